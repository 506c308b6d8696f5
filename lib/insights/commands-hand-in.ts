import "server-only";
import type { Actor, PersonActor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { organisationFor } from "#lib/customers/organisation-for.ts";
import { UserError } from "#lib/errors.ts";
import { proposeKind } from "#lib/insights/kinds.ts";
import { languageOf } from "#lib/insights/language.ts";
import type { HandInInput } from "#lib/insights/schema.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";

/** The source of what is handed in by hand. */
export const formSource = "Tribune form";

/**
 * Somebody of the company tells what a customer said. Kind and language are proposed from the words; whoever hands
 * it in is its requester and follows it.
 * @throws UserError `organisation-not-found`
 */
export async function handInInsight(actor: Actor, input: HandInInput, call: Call) {
  authorise(actor, "insight:hand-in");
  return write(actor, call, { name: "insight.handed-in" }, async (w) => {
    const text = `${input.title ?? ""}\n${input.body}`;
    const [id = ""] = await w.insert("insight", [
      {
        sourceId: await formSourceId(w, call.now),
        title: input.title || null,
        body: input.body,
        kind: input.kind ?? proposeKind(text),
        language: languageOf(text),
        saidAt: call.now,
        updatedAt: call.now,
        receivedAt: call.now,
        handedInById: actor.kind === "person" ? actor.id : null,
      },
    ]);
    const organisationId = await organisationOf(w, input, call.now);
    if (organisationId) await w.insert("insight_organisation", [{ insightId: id, organisationId }]);
    if (actor.kind === "person") {
      const requesterId = await requesterFor(w, actor);
      await w.insert("insight_requester", [{ insightId: id, requesterId }]);
    }
    const { number } = await w.tx.insight.findUniqueOrThrow({
      where: { id },
      select: { number: true },
    });
    return { id, number };
  });
}

async function organisationOf(w: Write, input: HandInInput, now: Date): Promise<string | null> {
  if (input.organisationName) return organisationFor(w, input.organisationName, now);
  if (!input.organisationId) return null;
  const known = await w.tx.organisation.findFirst({
    where: { id: input.organisationId, archivedAt: null },
    select: { id: true },
  });
  if (!known) throw new UserError("organisation-not-found");
  return known.id;
}

async function formSourceId(w: Write, now: Date): Promise<string> {
  const find = () =>
    w.tx.source.findFirst({ where: { kind: "form", name: formSource }, select: { id: true } });
  const known = await find();
  if (known) return known.id;
  await w.tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('source:form'))`;
  const [made = ""] =
    (await find().then((found) => found && [found.id])) ??
    (await w.insert("source", [{ name: formSource, kind: "form", createdAt: now }]));
  return made;
}

async function requesterFor(w: Write, person: PersonActor): Promise<string> {
  await w.tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('requester:' || ${person.id}))`;
  const known = await w.tx.requester.findFirst({
    where: { personId: person.id },
    select: { id: true },
  });
  if (known) return known.id;
  const [made = ""] = await w.insert("requester", [
    { name: person.name, externalKey: `person:${person.id}`, personId: person.id },
  ]);
  return made;
}
