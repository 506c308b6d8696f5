import { currentActor } from "#lib/auth/session.ts";
import { hasEnoughStreams, newsStream } from "#lib/live/stream.ts";

/** What happens while a page is open, as server-sent events: topics, never rows. */
export async function GET(): Promise<Response> {
  const viewer = await currentActor();
  if (!viewer) return new Response(null, { status: 401 });
  if (hasEnoughStreams(viewer)) return new Response(null, { status: 429 });
  return new Response(newsStream(viewer), {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      // Compressing or gathering it on the way would hold each event back.
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}
