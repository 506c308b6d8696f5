import "server-only";
import { dropConnections } from "#lib/connections.ts";
import { databaseUrl } from "#lib/env.ts";
import { outsideRequests } from "#lib/outside-requests.ts";
import { type DatabaseWatch, type Lasting, watchDatabase } from "#lib/trouble/database-watch.ts";

declare global {
  var tribuneWatch: DatabaseWatch | undefined;
}

/** This process's one watch over the database: begun when the web server starts, or by whoever asks first. */
export function watch(): DatabaseWatch {
  globalThis.tribuneWatch ??= outsideRequests(() =>
    watchDatabase({
      url: databaseUrl(),
      answerWithinMs: 1_500,
      everyMs: 500,
      onAway: dropConnections,
    }),
  );
  return globalThis.tribuneWatch;
}

/** Whether the database is known to be away; null without asking it. */
export function knownAway(): Lasting | null {
  const trouble = globalThis.tribuneWatch?.trouble() ?? null;
  return trouble === "database-away" ? trouble : null;
}

/** How we are, for whoever watches over us: 503 while nothing can be answered or saved, and why. */
export async function readiness(): Promise<Response> {
  const trouble = await watch().look();
  const headers = { "Cache-Control": "no-store" };
  if (trouble === null) return Response.json({}, { headers });
  const body = { error: { key: trouble, params: {} } };
  return Response.json(body, { status: 503, headers: { ...headers, "Retry-After": "3" } });
}
