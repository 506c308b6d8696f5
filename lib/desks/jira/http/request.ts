import "server-only";
import type { z } from "zod";
import { JiraParked, jiraError } from "./errors.ts";
import type { Answer, Fetch } from "./guarded-fetch.ts";
import { longestPatience, mostTries, pauseBefore } from "./patience.ts";
import { readJson } from "./read-json.ts";
import { followed } from "./redirects.ts";
import { failureOf, isDenied, refusalOf } from "./refusals.ts";

export type Ask = {
  method?: "GET" | "POST";
  /** Under the site's address, beginning with a slash. */
  path: string;
  query?: Record<string, string | number>;
  body?: unknown;
  signal?: AbortSignal | undefined;
};

export type RequestSettings = {
  site: URL;
  headers: Record<string, string>;
  fetch: Fetch;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  now: () => Date;
  random: () => number;
  limits: { timeMs: number; bytes: number };
  signal?: AbortSignal | undefined;
};

export type Requester = <T>(ask: Ask, shape: z.ZodType<T>) => Promise<T>;

/** What came of one try: the JSON, or why it is worth another. */
type Outcome = { json: unknown } | { again: Error; answer: Answer | null };

const retried = new Set([408, 425, 429, 500, 502, 503, 504]);

/**
 * One request at a time, each tried up to five times with the pauses Jira asks for. Throws a
 * UserError of `jiraErrors` when it does not work out, JiraParked when Jira asks for too long a pause.
 */
export function jiraRequester(settings: RequestSettings): Requester {
  let before: Promise<unknown> = Promise.resolve();
  return (ask, shape) => {
    const mine = before.then(() => patiently(settings, ask, shape));
    before = mine.catch(() => {});
    return mine;
  };
}

async function patiently<T>(settings: RequestSettings, ask: Ask, shape: z.ZodType<T>): Promise<T> {
  const { site, now, random, sleep } = settings;
  const signal = anyOf([settings.signal, ask.signal]);
  let waited = 0;
  for (let tries = 1; ; tries += 1) {
    signal?.throwIfAborted();
    const outcome = await attempt(settings, ask, signal);
    if ("json" in outcome) {
      const read = shape.safeParse(outcome.json);
      if (read.success) return read.data;
      throw jiraError("not-jira", { host: site.host });
    }
    const pause = pauseBefore(outcome.answer, tries, now(), random());
    if (waited + pause > longestPatience) {
      throw new JiraParked(site.host, new Date(now().getTime() + pause));
    }
    if (tries === mostTries) throw outcome.again;
    await sleep(pause, signal);
    waited += pause;
  }
}

async function attempt(
  settings: RequestSettings,
  ask: Ask,
  signal: AbortSignal | undefined,
): Promise<Outcome> {
  const { site, limits } = settings;
  const host = site.host;
  const timer = AbortSignal.timeout(limits.timeMs);
  let answer: Answer | null = null;
  try {
    answer = await followed(addressOf(site, ask), site, (url) =>
      settings.fetch(url, initOf(settings, ask, anyOf([signal, timer]) ?? timer)),
    );
    if (answer.status === 200 && !isDenied(answer))
      return { json: await readJson(answer, limits.bytes, host) };
    const refusal = await refusalOf(answer, limits.bytes, host);
    if (!retried.has(answer.status)) throw refusal;
    return { again: refusal, answer };
  } catch (error) {
    signal?.throwIfAborted();
    const failure = failureOf(error, timer.aborted, host);
    if (failure.again) return { again: failure.error, answer: null };
    throw failure.error;
  }
}

function addressOf(site: URL, { path, query = {} }: Ask): URL {
  const url = new URL(site.href.replace(/\/+$/, "") + path);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url;
}

function initOf({ headers }: RequestSettings, { method = "GET", body }: Ask, signal: AbortSignal) {
  if (body === undefined) return { method, headers, signal };
  const typed = { ...headers, "content-type": "application/json" };
  return { method, headers: typed, body: JSON.stringify(body), signal };
}

function anyOf(signals: (AbortSignal | undefined)[]): AbortSignal | undefined {
  const given = signals.filter((signal) => signal !== undefined);
  return given.length === 0 ? undefined : AbortSignal.any(given);
}
