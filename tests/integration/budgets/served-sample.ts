import { randomUUID } from "node:crypto";
import { get } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { hashPassword } from "#lib/auth/password.ts";
import { createDatabase, WEB } from "#lib/db.ts";
import { root } from "#lib/launcher/paths.mjs";
import { countedDatabase } from "#tests/support/counted-database.ts";
import { signIn } from "#tests/support/sign-in.ts";
import { startWebServer } from "#tests/support/web-server.ts";
import { seededDatabase } from "../seed/seeded.ts";
import type { Cost } from "./cost.ts";

const today = "2026-11-20";
const password = "a password for budgets";

/** The production build serving the sample company on a day that is always the same, with all it asks counted. */
export async function servedSample() {
  const counted = await countedDatabase(await seededDatabase(today), WEB);
  const database = createDatabase(counted.url, 2);
  await database.person.updateMany({ data: { passwordHash: await hashPassword(password) } });
  const web = await startWebServer(counted.url, {
    // An address, since a folder's name may hold a space and these options are parted by spaces.
    NODE_OPTIONS: `--import ${pathToFileURL(join(root, "tests/support/fixed-clock.mjs")).href}`,
    TRIBUNE_TEST_NOW: `${today}T09:00:00Z`,
  });
  const cookies = new Map<string, string>();
  const cookieOf = async (name: string) => {
    const email = `${name}@soupape.example`;
    const cookie = cookies.get(name) ?? (await signIn(web.url, { email, password }));
    cookies.set(name, cookie);
    return cookie;
  };
  return {
    database,
    url: web.url,
    /** What a browser sends along that this person is signed in with. */
    cookieOf,
    /** Counted once all that is made for the first asker only is there. */
    async page(name: string, path: string): Promise<Cost> {
      const cookie = await cookieOf(name);
      const look = () => bytesOf(`${web.url}${path}`, cookie);
      await look();
      await look();
      const { asked, answer } = await counted.during(look);
      return { ...asked, bytes: answer };
    },
    /** One command of a batch of one. @throws an Error when it is refused */
    async command(name: string, { command, input }: Act) {
      const cookie = await cookieOf(name);
      const operationId = randomUUID();
      const commands = [{ name: command, input, operationId }];
      const { asked, answer } = await counted.during(async () => {
        const response = await fetch(`${web.url}/api/commands`, {
          method: "POST",
          headers: { cookie, origin: web.url, "content-type": "application/json" },
          body: JSON.stringify({ commands }),
        });
        return await response.text();
      });
      if (!answer.includes('"ok":true')) throw new Error(`${command} was refused: ${answer}`);
      return { ...asked, operationId };
    },
    async stop(): Promise<void> {
      await database.$disconnect();
      await web.stop();
      await counted.stop();
    },
  };
}

export type Act = { command: string; input: object };

export type ServedSample = Awaited<ReturnType<typeof servedSample>>;

function bytesOf(url: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { cookie, accept: "text/html" } }, (response) => {
      let bytes = 0;
      response.on("data", (part: Buffer) => {
        bytes += part.length;
      });
      response.on("error", reject);
      response.on("end", () => {
        if (response.statusCode === 200) resolve(bytes);
        else reject(new Error(`${url} answers ${response.statusCode}`));
      });
    }).on("error", reject);
  });
}
