import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { organisationFor } from "#lib/customers/writes/organisation-for.ts";
import { UserError } from "#lib/errors.ts";
import { readForgotten } from "#lib/forgotten/writes/read-forgotten.ts";
import { proposeKind } from "#lib/insights/kinds.ts";
import { languageOf } from "#lib/insights/language.ts";
import { insightOps } from "#lib/insights/noun.ts";
import type { HandInInput } from "#lib/insights/schema.ts";
import { type Asker, askerFor, colleagueRequester } from "#lib/insights/writes/asker.ts";
import { makeSearchable } from "#lib/insights/writes/searchable.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { type Moment, noonOf, todayOf } from "#lib/quarter.ts";

/** The source of what is handed in by hand. */
export const formSource = "Tribune form";

/**
 * Somebody of the company tells what a customer said. Kind and language are proposed from the words. Who said it is its
 * requester, or whoever hands it in when nobody else is named; that one follows it either way. Those who asked to be
 * forgotten are neither named nor mentioned.
 * @throws UserError `organisation-not-found`
 */
export async function handInInsight(actor: Actor, input: HandInInput, call: Call) {
  authorise(actor, "insight:hand-in");
  return write(actor, call, { operation: insightOps.handedIn }, async (w) => {
    const language = languageOf(`${input.title ?? ""}\n${input.body}`);
    const forgotten = await readForgotten(w.tx);
    const kept = (words: string) => forgotten?.text(words, { language }) ?? words;
    const [title, body] = [kept(input.title ?? ""), kept(input.body)];
    const [id = ""] = await w.insert("insight", [
      {
        sourceId: await formSourceId(w, call.now),
        title: title || null,
        body,
        kind: input.kind ?? proposeKind(`${title}\n${body}`),
        language,
        saidAt: saidAt(input.saidOn, call),
        updatedAt: call.now,
        receivedAt: call.now,
        handedInById: actor.kind === "person" ? actor.id : null,
      },
    ]);
    await makeSearchable(w, [id]);
    const organisationId = await organisationOf(w, input, call.now);
    if (organisationId) await w.insert("insight_organisation", [{ insightId: id, organisationId }]);
    const asker = { name: input.requesterName || null, email: input.requesterEmail || null };
    const requesterId = isNamed(asker)
      ? await askerFor(w, asker, forgotten)
      : actor.kind === "person" && (await colleagueRequester(w, actor));
    if (requesterId) await w.insert("insight_requester", [{ insightId: id, requesterId }]);
    const { number } = await w.tx.insight.findUniqueOrThrow({
      where: { id },
      select: { number: true },
    });
    return { id, number };
  });
}

function isNamed({ name, email }: Asker): boolean {
  return name !== null || email !== null;
}

/** Noon of the day it was said; today, it is now. */
function saidAt(day: string | undefined, at: Moment): Date {
  return day && day < todayOf(at) ? noonOf(day, at.timeZone) : at.now;
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
  await w.tx.$executeRaw`SELECT 1 FROM pg_advisory_xact_lock(hashtext('source:form'))`;
  const [made = ""] =
    (await find().then((found) => found && [found.id])) ??
    (await w.insert("source", [{ name: formSource, kind: "form", createdAt: now }]));
  return made;
}
