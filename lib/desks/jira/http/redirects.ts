import { jiraError } from "./errors.ts";
import type { Answer } from "./guarded-fetch.ts";

const mostRedirects = 3;

/**
 * The answer at the end of redirects within the site. What leads to another host, or from https to
 * http, is refused: it would be asked with our credentials or, without them, tell us nothing.
 * Throws jiraErrors.elsewhere.
 */
export async function followed(
  first: URL,
  site: URL,
  get: (url: URL) => Promise<Answer>,
): Promise<Answer> {
  let url = first;
  for (let redirects = 0; ; redirects += 1) {
    const answer = await get(url);
    const location = isRedirect(answer.status) ? answer.headers.get("location") : null;
    if (location === null) return answer;
    await discard(answer);
    const next = URL.canParse(location, url) ? new URL(location, url) : null;
    if (next === null || redirects === mostRedirects || !isOwn(next, site)) {
      throw jiraError("elsewhere", { host: site.host, other: next?.host ?? "?" });
    }
    url = next;
  }
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function isOwn(next: URL, site: URL): boolean {
  const upgraded = site.protocol === "http:" && next.protocol === "https:";
  if (upgraded) return next.hostname === site.hostname && site.port === "" && next.port === "";
  return next.origin === site.origin;
}

/** The rest of it is of no use; a connection that is not read to its end cannot be used again. */
async function discard({ body }: Answer): Promise<void> {
  let bytes = 0;
  for await (const part of body ?? []) {
    bytes += part.byteLength;
    if (bytes > 64 * 1024) return;
  }
}
