import { beforeAll, expect, test } from "vitest";
import type { PersonActor } from "#lib/auth/actor.ts";
import { type CommandName, type InputOf, runCommand } from "#lib/commands.ts";
import type { Database } from "#lib/db.ts";
import { newCall } from "#lib/operations/write.ts";
import { countMessages, countTroubled } from "#lib/outbox/reads/counts.ts";
import { writeLetter } from "#lib/outbox/reads/letter.ts";
import { findMessage, listMessages } from "#lib/outbox/reads/messages.ts";
import { deliverer } from "#lib/outbox/writes/deliver.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
const at = { now, timeZone: "Europe/Paris" };
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "a secret of this test's own, long enough";
  delete process.env.SMTP_URL;
  database = await useDatabase();
  cast = await castOn(database);
});

async function ask<Name extends CommandName>(name: Name, actor: PersonActor, input: InputOf<Name>) {
  return runCommand(name, actor, input, newCall(now));
}

async function mention(to: PersonActor): Promise<string> {
  const input = { title: "Rapports", tribeId: cast.id.pla };
  const { id } = await ask("theme.create", cast.louis, input);
  const body = `@${to.name} on le fait ?`;
  await ask("comment.write", cast.camille, { on: "theme", id, body, mentions: [to.id] });
  const row = await database.outbox.findFirstOrThrow({ where: { subjectId: id } });
  return row.id;
}

test("what would have left is read as it would look, its reader's links left out", async () => {
  const id = await mention(cast.bastien);
  const later = new Date(now.getTime() + 120_000);
  await deliverer()({
    now: () => later,
    timeZone: "Europe/Paris",
    signal: new AbortController().signal,
  });
  const [shown] = await listMessages(cast.ines, "kept");
  expect(shown).toMatchObject({ id, recipient: cast.bastien.name, failure: "no-server" });
  expect(shown?.act?.actor).toBe(cast.camille.name);
  await database.notice.updateMany({ data: { readAt: later } });
  const message = await findMessage(cast.ines, id, at);
  expect(message?.letter?.subject).toContain("Rapports");
  expect(message?.letter?.parts[0]?.lines[0]?.quote).toContain("on le fait ?");
  expect(message?.letter?.links.filter(({ href }) => href.includes("token"))).toEqual([]);
});

test("who keeps the house reads nothing that they may not see themselves, nor does its subject line say it", async () => {
  const call = newCall(now);
  const { id } = await runCommand(
    "objective.create",
    cast.salome,
    {
      ...{ quarter: "2026-Q4", level: "individual", title: "Changer de métier" },
      commitment: "aspirational",
    },
    call,
  );
  const { operationId } = call;
  const about = { subjectKind: "objective", subjectId: id };
  const notice = await database.notice.create({
    data: {
      ...{ ...about, personId: cast.salome.id, kind: "changed", foldKey: "x", at: now },
      operationId,
    },
  });
  const row = await database.outbox.create({
    data: {
      ...{ ...about, channel: "mail", kind: "notice", recipientId: cast.salome.id },
      ...{ operationId, noticeIds: [notice.id], idempotencyKey: "private" },
      ...{ notBefore: now, madeAt: now },
    },
  });
  expect((await findMessage(cast.ines, row.id, at))?.letter).toBeNull();
  const [shown] = await listMessages(cast.ines, "waiting");
  expect(shown).toMatchObject({ id: row.id, act: null });
  const message = {
    kind: "notice",
    operationId,
    noticeIds: [notice.id],
    madeAt: now,
  } as const;
  const written = await writeLetter(
    message,
    { actor: cast.salome, timeZone: "Europe/Paris", at: { now, timeZone: "Europe/Paris" } },
    {},
  );
  expect(written?.letter.parts[0]?.lines[0]?.title).toContain("Changer de métier");
  expect(written?.letter.subject).not.toContain("Changer de métier");
  expect(written?.letter.heading).not.toContain("Changer de métier");
  expect(written?.letter.preview).not.toContain("Changer de métier");
  await database.outbox.delete({ where: { id: row.id } });
});

test("counts what waits, failed, left and stayed, and tells Product Ops of trouble", async () => {
  const rows = await Promise.all([mention(cast.bastien), mention(cast.clara), mention(cast.yanis)]);
  const [refused = "", stuck = "", sent = ""] = rows;
  const messageId = "<1@soupape.example>";
  const data = { state: "failed", failure: "refused", answer: "550 no", tries: 1, endedAt: now };
  await database.outbox.update({ where: { id: refused }, data });
  const before = new Date(now.getTime() - 2 * 3_600_000);
  await database.outbox.update({
    where: { id: stuck },
    data: { tries: 2, failure: "unreachable", madeAt: before },
  });
  await database.outbox.update({
    where: { id: sent },
    data: { state: "sent", messageId, doubts: 1, endedAt: now },
  });
  expect(await countMessages(cast.ines, now)).toEqual({
    ...{ waiting: 1, failed: 1, sent: 1, kept: 1, withdrawn: 0, stuck: 1, doubtful: 1 },
  });
  expect(await countTroubled(cast.ines, now)).toBe(2);
  expect(await listMessages(cast.ines, "failed")).toMatchObject([
    { id: refused, answer: "550 no" },
  ]);
  await expect(listMessages(cast.louis, "failed")).rejects.toMatchObject({ key: "not-allowed" });
  await ask("message.retry", cast.ines, { ids: [refused, sent] });
  expect(await countTroubled(cast.ines, now)).toBe(1);
  expect(await listMessages(cast.ines, "sent")).toHaveLength(1);
});
