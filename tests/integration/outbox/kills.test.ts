import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lease } from "#lib/outbox/patience.ts";
import { castOn } from "#tests/support/cast.ts";
import { manyMessages } from "#tests/support/smtp/many-messages.ts";
import { smtpServer } from "#tests/support/smtp/smtp-server.ts";
import { useDatabase } from "#tests/support/use-database.ts";

/** KILLS=20 is what is promised; each needs a worker that begins anew. */
const kills = Number(process.env.KILLS ?? 4);
const messages = kills * 12;
const script = join(import.meta.dirname, "../../support/smtp/deliver-process.ts");

/** Ends by itself, or is killed. @returns the signal that ended it */
async function deliver(ahead: number, onStart: (child: ChildProcess) => void) {
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--no-warnings", script, String(ahead)],
    { stdio: ["ignore", 2, 2], env: process.env },
  );
  onStart(child);
  const [code, signal] = await once(child, "exit");
  return signal === null ? `ended ${code}` : signal;
}

test("killed again and again in the middle, none is lost, and each kill repeats one at most, under its id", async () => {
  process.env.NEXTAUTH_SECRET = "a secret of this test's own, long enough";
  process.env.MAIL_FROM = "Tribune <tribune@soupape.example>";
  const database = await useDatabase();
  const cast = await castOn(database);
  await manyMessages(database, cast.louis, { count: messages, now: new Date(Date.now() - 1000) });
  let child: ChildProcess | null = null;
  let killed = 0;
  let calls = 0;
  // Each message asks twice, once the recipient is named and once its text is there: a kill falls now on the one, now on
  // the other, before or after the server has answered.
  const server = await smtpServer(() => {
    calls += 1;
    if (killed < kills && calls % 21 === 0) {
      killed += 1;
      const victim = child;
      if (killed % 3 === 0) setTimeout(() => victim?.kill("SIGKILL"), 1);
      else victim?.kill("SIGKILL");
    }
    return "take";
  });
  process.env.SMTP_URL = server.url;
  let ahead = 0;
  for (let ended = ""; ended !== "ended 0"; ahead += lease + 1000)
    ended = await deliver(ahead, (started) => {
      child = started;
    });
  await server.close();

  expect(killed).toBe(kills);
  const rows = await database.outbox.findMany();
  expect(rows.filter(({ state }) => state !== "sent")).toEqual([]);
  const arrived = Map.groupBy(server.got, ({ to }) => to);
  expect(arrived.size).toBe(messages);
  expect(server.got.length - messages).toBeLessThanOrEqual(kills);
  const ids = new Map(rows.map(({ messageId, doubts }) => [messageId, doubts]));
  for (const [to, copies] of arrived) {
    expect(new Set(copies.map(({ messageId }) => messageId)).size, to).toBe(1);
    // Who may have it twice is shown to.
    if (copies.length > 1) expect(ids.get(copies[0]?.messageId ?? ""), to).toBeGreaterThan(0);
  }
});
