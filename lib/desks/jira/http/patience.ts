/** Longest time (ms) a job waits for one answer, all tries together; beyond it is parked. */
export const longestPatience = 15 * 60 * 1000;
/** How often one request is sent at most. */
export const mostTries = 5;

const firstPause = 1000;
const longestPause = 60_000;

/**
 * How long (ms) to wait before a try is repeated, `tries` being those made. Jira's own word comes
 * first: Retry-After in seconds or as a date, then X-RateLimit-Reset on a 429. Asking sooner makes
 * Jira's limit longer, so the jitter (`random`, 0 to 1) only ever adds to it. Some refusals name
 * no time (JRACLOUD-82801): then the pause doubles each time, half of it by chance.
 */
export function pauseBefore(
  answer: { status: number; headers: Headers } | null,
  tries: number,
  now: Date,
  random: number,
): number {
  const asked = answer === null ? null : askedPause(answer, now);
  if (asked !== null) return asked + Math.round(random * firstPause);
  const pause = Math.min(firstPause * 2 ** (tries - 1), longestPause);
  return Math.round(pause / 2 + (random * pause) / 2);
}

function askedPause({ status, headers }: { status: number; headers: Headers }, now: Date) {
  const after = headers.get("retry-after")?.trim();
  if (after && /^\d{1,9}(\.\d+)?$/.test(after)) return Math.ceil(Number(after) * 1000);
  const reset = status === 429 ? headers.get("x-ratelimit-reset") : null;
  const until = Date.parse(after || reset || "");
  return Number.isNaN(until) ? null : Math.max(0, until - now.getTime());
}
