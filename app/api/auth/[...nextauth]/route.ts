import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import {
  callbackCookie as callbackCookieName,
  hasSecureCookies,
  sessionCookie,
} from "#lib/auth/cookie.ts";
import { authOptions } from "#lib/auth/options.ts";
import { isOwnOrigin } from "#lib/auth/own-origin.ts";
import { currentActor } from "#lib/auth/session.ts";
import { Busy } from "#lib/busy.ts";
import { UserError } from "#lib/errors.ts";
import { readBody } from "#lib/read-body.ts";
import { refusalOf } from "#lib/refusal.ts";
import { metTrouble } from "#lib/trouble/answers.ts";
import { turns } from "#lib/turns.ts";
import { askedOf, isGoal, reasonOf } from "./asked.ts";

/** What a sign-in form or a provider sends is far smaller. */
const mostBytes = 64 * 1024;
const bodyWithinMs = 10_000;
/** Nobody need be signed in here: however many ask, few are answered at once. */
const { take } = turns({ atOnce: 16, waiting: 500, patienceMs: 10_000 });

/** next-auth's own addresses, as far as they are there. What it can't make sense of is the sender's mistake, not ours. */
async function handler(request: NextRequest, context: unknown): Promise<Response> {
  if (request.method === "POST" && !isOwnOrigin(request.headers))
    return refusal(403, "foreign-origin");
  const callbackCookie = request.cookies.get(callbackCookieName())?.value ?? "";
  const contentType = request.headers.get("content-type");
  const { method, url } = request;
  const asked = askedOf({ method, url, contentType, callbackCookie });
  // A cookie that makes no sense is taken away, or nobody could sign in with it.
  if (typeof asked === "number")
    return refusal(
      asked,
      "invalid",
      forgetting(isGoal(callbackCookie) ? [] : [callbackCookieName()]),
    );
  try {
    const end = await take();
    try {
      return await answer(asked, request, context);
    } finally {
      end();
    }
  } catch (error) {
    const known = error instanceof Busy ? new UserError("busy") : refusalOf(error);
    if (known) return refusal(503, known.key, { "Retry-After": "5" });
    if (!(error instanceof SyntaxError)) throw error;
    return refusal(400, "invalid");
  }
}

async function answer(asked: string, request: NextRequest, context: unknown): Promise<Response> {
  if (asked === "error") {
    const headers = { Location: `/sign-in?error=${reasonOf(request.url)}` };
    return new Response(null, { status: 302, headers });
  }
  // A token says who came in; whether they still are in, our own session says.
  if (asked === "session" && !(await currentActor()))
    return Response.json({}, { headers: forgetting([sessionCookie()]) });
  const known = await withinLimits(request);
  if (known === null) return refusal(413, "invalid");
  return untroubled(await NextAuth(authOptions())(known, context));
}

function forgetting(cookies: string[]): Record<string, string> {
  const [name] = cookies;
  const secure = hasSecureCookies() ? "; Secure" : "";
  return name
    ? { "Set-Cookie": `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}` }
    : {};
}

/** next-auth calls it unauthorised, whatever kept it from finding out. */
function untroubled(answer: Response): Response {
  if (answer.ok || answer.status < 400 || metTrouble() === null) return answer;
  const headers = new Headers(answer.headers);
  headers.set("Retry-After", "3");
  return new Response(answer.body, { status: 503, headers });
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
