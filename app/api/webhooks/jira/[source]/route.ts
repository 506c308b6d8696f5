import { now } from "#lib/clock.ts";
import { largestEventBytes, receiveEvent } from "#lib/desks/writes/events/receive-event.ts";

/**
 * What happens in a Jira, as its webhooks tell it. Nobody is signed in here: the signature over the very bytes of the
 * body proves who sends. It is kept before it is answered, and dealt with by the worker.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ source: string }> },
): Promise<Response> {
  const { source } = await params;
  // What nobody signed is not worth the memory to read it.
  if (!request.headers.has("x-hub-signature")) return answer(401);
  const raw = await readBytes(request);
  if (raw === null) {
    console.error(`webhook ${source.slice(0, 36)}: longer than ${largestEventBytes} bytes`);
    return answer(413);
  }
  const status = await receiveEvent(
    {
      sourceId: source,
      raw,
      signature: request.headers.get("x-hub-signature"),
      identifier: request.headers.get("x-atlassian-webhook-identifier"),
    },
    now(),
  );
  return answer(status);
}

/** The body as it came; null when it is longer than Jira ever sends. */
async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get("content-length") ?? 0) > largestEventBytes) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > largestEventBytes) return null;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function answer(status: number): Response {
  // What was not read of a body is not wanted: the connection ends with the answer.
  const headers = {
    "Cache-Control": "no-store",
    ...(status === 413 || status === 401 ? { Connection: "close" } : {}),
  };
  return new Response(null, { status, headers });
}
