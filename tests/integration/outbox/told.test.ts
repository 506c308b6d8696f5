import { beforeAll, expect, test } from "vitest";
import type { PersonActor } from "#lib/auth/actor.ts";
import { type CommandName, type InputOf, runCommand } from "#lib/commands.ts";
import type { Database } from "#lib/db.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let number = 0;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

async function ask<Name extends CommandName>(name: Name, actor: PersonActor, input: InputOf<Name>) {
  const call = newCall(now);
  return { result: await runCommand(name, actor, input, call), ...call };
}

async function theme(): Promise<string> {
  number += 1;
  const made = await ask("theme.create", cast.louis, {
    title: `Rapports ${number}`,
    tribeId: cast.id.pla,
  });
  return made.result.id;
}

const mention = (actor: PersonActor, id: string, ...mentioned: PersonActor[]) =>
  ask("comment.write", actor, {
    on: "theme",
    id,
    body: mentioned.map(({ name }) => `@${name} `).join(""),
    mentions: mentioned.map((one) => one.id),
  });

/** What waits for somebody about one thing. */
const messagesTo = (person: PersonActor, subjectId: string) =>
  database.outbox.findMany({
    where: { recipientId: person.id, subjectId },
    orderBy: { id: "asc" },
  });

test("a mention is a message to whoever is mentioned, that leaves after two minutes; what changes is none", async () => {
  const id = await theme();
  const { operationId } = await mention(cast.camille, id, cast.bastien);
  expect(await messagesTo(cast.bastien, id)).toMatchObject([
    {
      operationId,
      channel: "mail",
      kind: "notice",
      state: "waiting",
      notBefore: new Date("2026-11-16T09:02:00Z"),
    },
  ]);
  expect(await messagesTo(cast.louis, id)).toEqual([]);
});

test("what is taken back in time is withdrawn with it", async () => {
  const id = await theme();
  const { operationId } = await mention(cast.camille, id, cast.bastien);
  await ask("undo", cast.camille, { operationId });
  expect(await messagesTo(cast.bastien, id)).toMatchObject([
    { state: "withdrawn", failure: "undone", endedAt: now },
  ]);
});

test("an act that is asked for twice is told once", async () => {
  const id = await theme();
  const call = newCall(now);
  const input = {
    on: "theme",
    id,
    body: `@${cast.bastien.name}`,
    mentions: [cast.bastien.id],
  };
  await runCommand("comment.write", cast.camille, input, call);
  await runCommand("comment.write", cast.camille, input, call);
  expect(await messagesTo(cast.bastien, id)).toHaveLength(1);
});

test("whoever wants no messages, or none of this kind or thing, gets none", async () => {
  const id = await theme();
  const about = { since: now, personId: cast.yanis.id };
  await database.person.update({ where: { id: cast.aissatou.id }, data: { messages: "none" } });
  await database.silence.create({ data: { ...about, subjectKind: "theme", subjectId: id } });
  await database.silence.create({ data: { ...about, personId: cast.clara.id, kind: "mentioned" } });
  await mention(cast.camille, id, cast.aissatou, cast.yanis, cast.clara, cast.bastien);
  for (const person of [cast.aissatou, cast.yanis, cast.clara])
    expect(await messagesTo(person, id)).toEqual([]);
  expect(await messagesTo(cast.bastien, id)).toHaveLength(1);
  const another = await theme();
  await mention(cast.camille, another, cast.yanis);
  expect(await messagesTo(cast.yanis, another)).toHaveLength(1);
});

test("what was sent stays sent, and keeps the id under which it left", async () => {
  const id = await theme();
  await mention(cast.camille, id, cast.bastien);
  const [waiting] = await messagesTo(cast.bastien, id);
  const where = { id: waiting?.id ?? "" };
  const sent = { state: "sent", endedAt: now, messageId: "<1@tribune.example>" };
  await database.outbox.update({ where, data: sent });
  await expect(
    database.$executeRaw`UPDATE outbox SET state = 'waiting', ended_at = NULL WHERE id = ${where.id}::uuid`,
  ).rejects.toThrow("stays sent");
  await expect(
    database.$executeRaw`UPDATE outbox SET message_id = '<2@tribune.example>' WHERE id = ${where.id}::uuid`,
  ).rejects.toThrow("stays sent");
});
