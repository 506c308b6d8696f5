import { Busy } from "#lib/busy.ts";
import { now } from "#lib/clock.ts";
import { receiveEvent } from "#lib/desks/writes/events/receive-event.ts";

/**
 * What happens in a Jira, as its webhooks tell it. Nobody is signed in here: the signature over the very bytes of the
 * body proves who sends. It is kept before it is answered, and dealt with by the worker.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ source: string }> },
): Promise<Response> {
  const { source } = await params;
  try {
    return answer(await receiveEvent(source, request, now()));
  } catch (error) {
    if (!(error instanceof Busy)) throw error;
    return answer(503, { "Retry-After": "5" });
  }
}

function answer(status: number, more: Record<string, string> = {}): Response {
  const headers = {
    ...more,
    "Cache-Control": "no-store",
    // What was not read of a body is not wanted: the connection ends with the answer.
    ...(status === 413 || status === 401 || status === 503 ? { Connection: "close" } : {}),
  };
  return new Response(null, { status, headers });
}
