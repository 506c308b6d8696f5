import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { isAsset, type Kind, kindOf, tellsItself } from "#lib/trouble/kind-of-request.ts";
import type { TroubleWords } from "#lib/trouble/words.ts";
import type { Trouble } from "#lib/troubles.ts";

// What is nobody's fault and passes is answered 503, with when to try again, whatever asked: a page, an action, a route.
// Next would say 500, or 200 of an action; Node tells of each request before Next has it.

/** What has become of the request at hand. */
type Told = {
  trouble: Trouble | null;
  /** It was known beforehand: whatever answers, it is no answer to what was asked. */
  isKnown: boolean;
};

declare global {
  var tribuneTold: AsyncLocalStorage<Told> | undefined;
}

/** One for all of the process: Next loads this file several times. */
globalThis.tribuneTold ??= new AsyncLocalStorage();
const told = globalThis.tribuneTold;

/** Says of the request at hand that it met trouble. */
export function noteTrouble(trouble: Trouble): void {
  const now = told.getStore();
  if (now) now.trouble ??= trouble;
}

/** What the request at hand has met; null where all is well, or nobody asks. */
export function metTrouble(): Trouble | null {
  return told.getStore()?.trouble ?? null;
}

/** How long whoever asks may wait before trying again (s). */
const againAfter: Record<Trouble, number> = { busy: 2, "database-away": 3, "storage-full": 10 };

/** A few words and their look; not sandboxed, or no browser would ask again by itself. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

const arrival = z.object({
  request: z.instanceof(IncomingMessage),
  response: z.instanceof(ServerResponse),
});

/** `away` says whether it is known already that nothing can be answered: then nothing is asked. */
export function watchAnswers(words: TroubleWords, away: () => Trouble | null): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = arrival.parse(message);
    if (isAsset(request.url)) return;
    const kind = kindOf(request);
    const findsOut = kind === "action" || kind === "part" || tellsItself(request.url);
    const trouble = findsOut ? null : away();
    const now: Told = { trouble, isKnown: trouble !== null };
    told.enterWith(now);
    answerInWords(response, kind, now, (met) => words(met, kind, request.headers));
    // Answered by what needs nothing, and given our words on the way.
    if (now.isKnown) request.url = "/api/health/live";
  });
}

/** Has an answer that met trouble say so: by its status, and where it has no words of its own, by ours. */
function answerInWords(
  response: ServerResponse,
  kind: Kind,
  now: Told,
  words: (trouble: Trouble) => { type: string; text: string },
): void {
  const { writeHead, write, end } = response;
  let isOurs = false;
  response.writeHead = new Proxy(writeHead, {
    apply(original, that, given: [number, ...unknown[]]) {
      const { trouble } = now;
      const [status, ...rest] = given;
      if (trouble === null || !isTroubled(kind, status, now))
        return Reflect.apply(original, that, given);
      response.setHeader("Retry-After", againAfter[trouble]);
      response.setHeader("Cache-Control", "no-store");
      // An action's own answer tells the form; so does what already is a 503.
      if (kind === "action" || status === 503) return Reflect.apply(original, that, [503, ...rest]);
      isOurs = true;
      const { type, text } = words(trouble);
      for (const name of ["Content-Encoding", "Transfer-Encoding", "ETag"])
        response.removeHeader(name);
      response.setHeader("Content-Type", type);
      response.setHeader("Content-Security-Policy", policy);
      response.setHeader("Content-Length", Buffer.byteLength(text));
      // What was not read of the request is not wanted.
      response.setHeader("Connection", "close");
      Reflect.apply(original, that, [503]);
      Reflect.apply(write, that, [text]);
      return response;
    },
  });
  // The first words of an answer decide by what it begins with.
  const begin = () => {
    if (now.trouble !== null && !response.headersSent) response.writeHead(response.statusCode);
  };
  response.write = new Proxy(write, {
    apply(original, that, given: unknown[]) {
      begin();
      return isOurs ? true : Reflect.apply(original, that, given);
    },
  });
  response.end = new Proxy(end, {
    apply(original, that, given: unknown[]) {
      begin();
      return Reflect.apply(original, that, isOurs ? [] : given);
    },
  });
}

/** An action answers 200 whatever it refuses. A page that was read while its parts are awaited says it in its place. */
function isTroubled(kind: Kind, status: number, { isKnown }: Told): boolean {
  if (kind === "part") return false;
  return isKnown || status >= 500 || (kind === "action" && status === 200);
}
