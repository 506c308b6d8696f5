import { afterEach, beforeAll, expect, test } from "vitest";
import type { PersonActor } from "#lib/auth/actor.ts";
import { type CommandName, type InputOf, runCommand } from "#lib/commands.ts";
import type { Database } from "#lib/db.ts";
import { newCall } from "#lib/operations/write.ts";
import { deliverer } from "#lib/outbox/writes/deliver.ts";
import { takeDue, takeOver } from "#lib/outbox/writes/leaving.ts";
import { castOn } from "#tests/support/cast.ts";
import { type Does, smtpServer } from "#tests/support/smtp/smtp-server.ts";
import { useDatabase } from "#tests/support/use-database.ts";

let now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let number = 0;
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "a secret of this test's own, long enough";
  process.env.MAIL_FROM = "Tribune <tribune@soupape.example>";
  database = await useDatabase();
  cast = await castOn(database);
});

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  delete process.env.SMTP_URL;
  await database.outbox.deleteMany();
});

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};

async function server(does: (to: string) => Does = () => "take") {
  const made = await smtpServer(does);
  process.env.SMTP_URL = made.url;
  closing.push(made.close);
  return made;
}

const deliver = (once = deliverer()) =>
  once({ now: () => now, timeZone: "Europe/Paris", signal: new AbortController().signal });

async function ask<Name extends CommandName>(name: Name, actor: PersonActor, input: InputOf<Name>) {
  const call = newCall(now);
  return { result: await runCommand(name, actor, input, call), ...call };
}

async function theme(): Promise<string> {
  number += 1;
  const title = `Rapports ${number}`;
  const made = await ask("theme.create", cast.louis, { title, tribeId: cast.id.pla });
  return made.result.id;
}

async function mention(id: string, ...mentioned: PersonActor[]) {
  const names = mentioned.map(({ name }) => `@${name}`).join(" ");
  return ask("comment.write", cast.camille, {
    on: "theme",
    id,
    body: `${names} on le fait quand ? <b>& vite</b>`,
    mentions: mentioned.map((one) => one.id),
  });
}

const rows = () => database.outbox.findMany({ orderBy: { id: "asc" } });

test("a mention arrives once its grace is over: to whom, from whom, about what, and as it was said", async () => {
  const { got } = await server();
  const id = await theme();
  await mention(id, cast.bastien);
  await deliver();
  expect(got).toEqual([]);
  later(2);
  await deliver();
  await deliver();
  expect(got).toHaveLength(1);
  const [{ from, to, text, messageId } = { from: "", to: "", text: "", messageId: "" }] = got;
  expect(from).toBe("tribune@soupape.example");
  const [row] = await rows();
  expect(row).toMatchObject({ state: "sent", tries: 1, doubts: 0, messageId, endedAt: now });
  expect(to).toMatch(/^bastien/);
  const body = text.replace(/=\r\n/g, "").replace(/=3D/g, "=");
  expect(body).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(text.replace(/\r\n\s/g, "")).toMatch(/List-Unsubscribe: <http\S+\/api\/quiet\?token=\S+>/);
  expect(body).toContain("&lt;b&gt;&amp; vite&lt;/b&gt;");
  expect(body).toContain(`/themes/${id}`);
});

test("what is taken back while a worker holds it doesn't leave", async () => {
  await server();
  const { operationId } = await mention(await theme(), cast.bastien);
  later(2);
  await takeDue(now, 10, "soupape.example");
  await ask("undo", cast.camille, { operationId });
  expect(await rows()).toMatchObject([{ state: "withdrawn", failure: "undone" }]);
});

test("who has lost the right meanwhile is not told, nor who has read it, silenced it or left", async () => {
  const { got } = await server();
  const id = await theme();
  await mention(id, cast.bastien, cast.yanis, cast.clara, cast.aissatou);
  const about = { since: now, subjectKind: "theme", subjectId: id };
  await database.silence.create({ data: { ...about, personId: cast.yanis.id } });
  await database.notice.updateMany({
    where: { personId: cast.clara.id },
    data: { readAt: now },
  });
  const hats = await database.hat.findMany({ where: { personId: cast.bastien.id } });
  await database.hat.updateMany({
    where: { personId: cast.bastien.id },
    data: { endsOn: new Date("2026-11-02") },
  });
  await database.person.update({ where: { id: cast.aissatou.id }, data: { deactivatedAt: now } });
  later(2);
  await deliver();
  expect(got).toEqual([]);
  const why = new Map((await rows()).map((row) => [row.recipientId, row.failure]));
  expect(why.get(cast.bastien.id)).toBe("right-gone");
  expect(why.get(cast.yanis.id)).toBe("silenced");
  expect(why.get(cast.clara.id)).toBe("read");
  expect(why.get(cast.aissatou.id)).toBe("account-closed");
  for (const { id: hatId, endsOn } of hats)
    await database.hat.update({ where: { id: hatId }, data: { endsOn } });
  await database.person.update({ where: { id: cast.aissatou.id }, data: { deactivatedAt: null } });
  await database.silence.deleteMany();
});

test("a second mention about what one has not looked at waits for the digest", async () => {
  const { got } = await server();
  const id = await theme();
  await mention(id, cast.bastien);
  later(3);
  await deliver();
  await mention(id, cast.bastien);
  later(3);
  await deliver();
  expect(got).toHaveLength(1);
  expect((await rows()).map(({ failure }) => failure)).toEqual([null, "told-before"]);
});

test("a refusal is for ever and says what the server said; the next to the same person leaves", async () => {
  let refuses = true;
  const { got } = await server(() => (refuses ? "refuse" : "take"));
  await mention(await theme(), cast.bastien);
  await mention(await theme(), cast.bastien);
  later(2);
  await deliver();
  refuses = false;
  expect((await rows()).map(({ state }) => state)).toEqual(["failed", "failed"]);
  expect((await rows())[0]?.answer).toContain("no such user");
  await mention(await theme(), cast.bastien);
  later(2);
  await deliver();
  expect(got).toHaveLength(1);
});

test("a text that is refused fails; the others of the round leave", async () => {
  const { got } = await server((to) => (to.startsWith("bastien") ? "refuse-text" : "take"));
  await mention(await theme(), cast.bastien, cast.clara);
  later(2);
  await deliver();
  expect((await rows()).map(({ state }) => state).sort()).toEqual(["failed", "sent"]);
  expect(got).toHaveLength(1);
});

test("not now is tried again, later each time and in order, and given up after nine times", async () => {
  let isBusy = true;
  const { got } = await server(() => (isBusy ? "later" : "take"));
  await mention(await theme(), cast.bastien);
  await mention(await theme(), cast.bastien);
  later(2);
  await deliver();
  await deliver();
  const [first, second] = await rows();
  expect(first).toMatchObject({ state: "waiting", tries: 1, failure: "not-now" });
  expect(second).toMatchObject({ state: "waiting", tries: 0 });
  for (const minutes of [1, 5, 15, 60, 120, 240, 480, 480]) {
    later(minutes);
    await deliver();
  }
  expect((await rows())[0]).toMatchObject({ state: "failed", tries: 9, failure: "not-now" });
  isBusy = false;
  later(1);
  await deliver();
  expect(got).toHaveLength(1);
});

test("a server that is away costs one message one try at a time", async () => {
  process.env.SMTP_URL = "smtp://127.0.0.1:1";
  await mention(await theme(), cast.bastien, cast.clara);
  later(2);
  const once = deliverer();
  await deliver(once);
  await deliver(once);
  expect((await rows()).map(({ tries }) => tries).sort()).toEqual([0, 1]);
  const { got } = await server();
  later(2);
  await deliver(once);
  expect(got).toHaveLength(2);
});

test("a connection that breaks before the text leaves no doubt, one that breaks after it does", async () => {
  let does: Does = "drop";
  const { got } = await server(() => does);
  await mention(await theme(), cast.bastien);
  later(2);
  await deliver();
  expect(await rows()).toMatchObject([{ state: "waiting", doubts: 0, failure: "unreachable" }]);
  does = "take-and-drop";
  later(2);
  await deliver();
  expect(await rows()).toMatchObject([{ state: "unsure", doubts: 1, failure: "no-answer" }]);
  does = "take";
  later(10);
  await deliver();
  expect(await rows()).toMatchObject([{ state: "sent", doubts: 1 }]);
  expect(new Set(got.map(({ messageId }) => messageId)).size).toBe(1);
  expect(got).toHaveLength(2);
});

test("what a killed worker held leaves again; in doubt if its text may have left", async () => {
  const { got } = await server();
  await mention(await theme(), cast.bastien, cast.clara);
  later(2);
  const [held] = await takeDue(now, 10, "soupape.example");
  await database.outbox.update({ where: { id: held?.id ?? "" }, data: { handedAt: now } });
  await deliver();
  expect(got).toEqual([]);
  later(1.1);
  await takeOver(now);
  expect((await rows()).map(({ state }) => state).sort()).toEqual(["unsure", "waiting"]);
  await deliver();
  expect(got).toHaveLength(2);
  expect((await rows()).map(({ state, doubts }) => `${state} ${doubts}`).sort()).toEqual([
    "sent 0",
    "sent 1",
  ]);
});

test("two workers send each message once", async () => {
  const { got } = await server(() => "slow");
  await mention(await theme(), cast.bastien, cast.clara, cast.yanis, cast.aissatou);
  later(2);
  await Promise.all([deliver(), deliver()]);
  expect(got).toHaveLength(4);
});

test("without a server it stays here, as it would have left", async () => {
  await mention(await theme(), cast.bastien);
  later(2);
  await deliver();
  expect(await rows()).toMatchObject([{ state: "withdrawn", failure: "no-server" }]);
});
