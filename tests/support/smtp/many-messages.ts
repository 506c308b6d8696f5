import type { PersonActor } from "#lib/auth/actor.ts";
import { runCommand } from "#lib/commands.ts";
import type { Database } from "#lib/db.ts";
import { newCall } from "#lib/operations/write.ts";
import { initiativeOn } from "#tests/support/roadmap.ts";

/** As many people as messages, each to be told of the same word about one initiative: real news, to be put into words. */
export async function manyMessages(
  database: Database,
  author: PersonActor,
  { count, now }: { count: number; now: Date },
): Promise<void> {
  const { id: teamId } = await database.team.findFirstOrThrow({ select: { id: true } });
  const initiativeId = await initiativeOn(database, { title: "Rapports", teamId });
  const call = newCall(now);
  const said = { on: "initiative", id: initiativeId, body: "Prêt en mars, vu avec le support" };
  await runCommand("comment.write", author, said, call);
  const about = { subjectKind: "initiative", subjectId: initiativeId };
  const told = { ...about, operationId: call.operationId };
  const numbers = Array.from({ length: count }, (_, number) => number);
  const people = await database.person.createManyAndReturn({
    data: numbers.map((number) => ({
      name: `Lecteur ${number}`,
      email: `lecteur.${number}@soupape.example`,
      language: number % 2 === 0 ? "fr" : "en",
    })),
    select: { id: true },
  });
  const notices = await database.notice.createManyAndReturn({
    data: people.map(({ id }) => ({
      ...{ ...told, personId: id, kind: "changed", foldKey: "changed", at: now },
    })),
    select: { id: true, personId: true },
  });
  await database.outbox.createMany({
    data: notices.map(({ id, personId }) => ({
      ...{ ...told, channel: "mail", kind: "notice", recipientId: personId, noticeIds: [id] },
      ...{ idempotencyKey: `many ${id}`, notBefore: now, madeAt: now },
    })),
  });
}
