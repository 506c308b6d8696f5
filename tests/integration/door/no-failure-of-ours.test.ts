import { randomBytes } from "node:crypto";
import { request } from "node:http";
import fc from "fast-check";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openSession } from "#lib/auth/writes/sessions.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { startWebServer, type WebServer } from "#tests/support/web-server.ts";
import { type Hostile, hostileRequests, listActions } from "./hostile-requests.ts";

const secret = randomBytes(32).toString("hex");
/** REQUESTS=10000 for the whole; always the same ones. */
const count = Number(process.env.REQUESTS ?? 1000);
let web: WebServer;
let cookies: string[];

beforeAll(async () => {
  const cast = await castOn(await useDatabase());
  web = await startWebServer(process.env.DATABASE_URL ?? "", { NEXTAUTH_SECRET: secret });
  // Several each: some of what is sent signs out.
  const people = [cast.ines, cast.louis, cast.salome].flatMap((one) => [one, one, one]);
  cookies = await Promise.all(
    people.map(async ({ id }) => {
      const sessionId = await openSession(id, new Date());
      return `next-auth.session-token=${await encode({ token: { sessionId }, secret })}`;
    }),
  );
});

afterAll(async () => {
  await web.stop();
});

function send({ method, path, headers, body }: Hostile): Promise<number> {
  const { hostname, port } = new URL(web.url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, method, path, headers }, (answer) => {
      // Live news has no end.
      if (answer.headers["content-type"]?.startsWith("text/event-stream")) answer.destroy();
      answer.resume();
      answer.on("close", () => resolve(answer.statusCode ?? 0));
    });
    asked.on("error", reject);
    asked.end(body ?? undefined);
  });
}

it(`${count} requests of any kind find no failure of ours`, async () => {
  const actions = listActions(process.env.NEXT_DIST_DIR ?? ".next-test");
  const all = fc.sample(hostileRequests(cookies, web.url, actions), {
    numRuns: count,
    seed: 20261129,
  });
  const failures: string[] = [];
  let served = 0;
  const waiting = [...all];
  const worker = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const status = await send(one).catch(() => 599);
      if (status < 400) served += 1;
      if (status < 500) continue;
      const { cookie: _cookie, ...headers } = one.headers;
      failures.push(
        `${status} ${one.method} ${one.path.slice(0, 200)} ${JSON.stringify(headers).slice(0, 300)} ${one.body?.toString().slice(0, 200)}`,
      );
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  expect(failures).toEqual([]);
  // They come as far as to pages and data.
  expect(served).toBeGreaterThan(count / 10);
});
