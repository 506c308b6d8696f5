import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "#lib/auth/options.ts";
import { Busy } from "#lib/busy.ts";
import { readBody } from "#lib/read-body.ts";
import { turns } from "#lib/turns.ts";

/** What a sign-in form or a provider sends is far smaller. */
const mostBytes = 64 * 1024;
const bodyWithinMs = 10_000;
/** Nobody need be signed in here: however many ask, few are answered at once. */
const { take } = turns({ atOnce: 16, waiting: 500, patienceMs: 10_000 });

/** next-auth's own addresses. A body that it can't read is the sender's mistake, not ours. */
async function handler(request: Request, context: unknown): Promise<Response> {
  try {
    const end = await take();
    try {
      const known = await withinLimits(request);
      return known ? await NextAuth(authOptions())(known, context) : refusal(413, "invalid");
    } finally {
      end();
    }
  } catch (error) {
    if (error instanceof Busy) return refusal(503, "busy", { "Retry-After": "5" });
    if (!(error instanceof SyntaxError)) throw error;
    return refusal(400, "invalid");
  }
}

/** The same request with its body already read, so that next-auth reads no more of it than it should. */
async function withinLimits(request: Request): Promise<Request | null> {
  // As it came: the addresses that are only asked have no body.
  if (!request.body) return request;
  const pieces = await readBody(request, { bytes: mostBytes, withinMs: bodyWithinMs });
  if (pieces === null) return null;
  const { url, method, headers } = request;
  return new NextRequest(url, { method, headers, body: Buffer.concat(pieces) });
}

function refusal(status: number, key: string, headers: Record<string, string> = {}): Response {
  return Response.json(
    { error: { key, params: {} } },
    { status, headers: { ...headers, "Cache-Control": "no-store", Connection: "close" } },
  );
}

export { handler as GET, handler as POST };
