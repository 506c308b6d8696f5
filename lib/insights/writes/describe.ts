import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { strangerTo } from "#lib/insights/as-shown.ts";
import { insightOps } from "#lib/insights/noun.ts";
import type {
  AddCustomerInput,
  EditLanguageInput,
  EditSeverityInput,
} from "#lib/insights/schema.ts";
import { type LockedInsight, lockLiveInsights, numbersOf } from "#lib/insights/writes/locked.ts";
import { makeSearchable } from "#lib/insights/writes/searchable.ts";
import { type Call, write } from "#lib/operations/write.ts";

// What was missing and is said by a person, as it was proposed or otherwise.

/** @throws UserError `changed-meanwhile` when one has another than was shown, `insight-is-merged` */
export function editLanguage(actor: Actor, input: EditLanguageInput, call: Call) {
  const { language, ...rows } = input;
  return say(actor, { ...rows, what: "language", value: language }, call);
}

/** @throws UserError `changed-meanwhile` when one has another than was shown, `insight-is-merged` */
export function editSeverity(actor: Actor, input: EditSeverityInput, call: Call) {
  const { severity, ...rows } = input;
  return say(actor, { ...rows, what: "severity", value: severity }, call);
}

/**
 * For whom it was said; whoever is named already stays.
 * @throws UserError `organisation-not-found`, `insight-is-merged`
 */
export async function addCustomer(actor: Actor, input: AddCustomerInput, call: Call) {
  authorise(actor, "insight:triage");
  const { ids, organisationId } = input;
  const params = { organisationId, count: ids.length };
  return write(actor, call, { operation: insightOps.customerAdded, params }, async (w) => {
    const rows = await lockLiveInsights(w, actor, ids);
    const customer = await w.tx.organisation.findFirst({
      where: { id: organisationId, archivedAt: null },
      select: { id: true },
    });
    if (!customer) throw new UserError("organisation-not-found");
    const tied = await w.tx.insightOrganisation.findMany({
      where: { organisationId, insightId: { in: ids } },
      select: { insightId: true },
    });
    const has = new Set(tied.map(({ insightId }) => insightId));
    const missing = rows.filter(({ id }) => !has.has(id));
    await w.insert(
      "insight_organisation",
      missing.map(({ id }) => ({ insightId: id, organisationId })),
    );
    return { numbers: numbersOf(rows) };
  });
}

type Said = { ids: string[]; was?: Record<string, string> | undefined } & {
  what: "language" | "severity";
  value: string;
};

async function say(actor: Actor, { ids, was, what, value }: Said, call: Call) {
  authorise(actor, "insight:triage");
  const params = { what, count: ids.length };
  return write(actor, call, { operation: insightOps.edited, params }, async (w) => {
    const rows = await lockLiveInsights(w, actor, ids);
    const of = (row: LockedInsight) => row[what];
    if (strangerTo(was, rows, (row, shown) => of(row) === shown))
      throw new UserError("changed-meanwhile");
    const others = rows.filter((row) => of(row) !== value).map((row) => row.id);
    await w.update("insight", others, { [what]: value });
    // Words are cut by the language that they are in.
    if (what === "language") await makeSearchable(w, others);
    return { numbers: numbersOf(rows) };
  });
}
