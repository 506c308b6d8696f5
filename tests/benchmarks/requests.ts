import { Agent, get } from "node:http";

const agent = new Agent({ keepAlive: true });

export type Answer = { ms: number; bytes: number; body: string };

/** One request over a connection that stays open, from its sending to the last byte of its answer. */
export function timed(url: string, cookie: string, status = 200): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const headers = { cookie, accept: "text/html,application/json" };
    get(url, { agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => {
        const ms = performance.now() - begun;
        const body = Buffer.concat(parts);
        if (response.statusCode === status)
          resolve({ ms, bytes: body.length, body: body.toString() });
        else reject(new Error(`${url} answers ${response.statusCode}`));
      });
    }).on("error", reject);
  });
}

/** The value below which that share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

/** A signed-in page with nothing to look up: the same layout, shell and session check as the inbox. */
export const emptyPage = { path: "/settings", what: "one’s own settings" };
