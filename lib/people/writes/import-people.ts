import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { type Call, write } from "#lib/operations/write.ts";
import { peopleOps } from "#lib/people/noun.ts";
import { readPeople } from "#lib/people/people-csv.ts";
import type { ImportPeopleInput } from "#lib/people/schema.ts";
import { placePerson, placeUnderManager } from "#lib/people/writes/place-person.ts";
import { todayOf } from "#lib/quarter.ts";

/**
 * Takes in a company's Tribes, teams and people from a CSV. The same file again changes nothing. Lines that cannot
 * be read are listed with their reason; created + updated + unchanged + refused is the number of lines.
 * @throws UserError `not-allowed`, `people-csv-no-columns`, `people-csv-unreadable`
 */
export async function importPeople(actor: Actor, input: ImportPeopleInput, call: Call) {
  authorise(actor, "people:manage");
  const file = readPeople(input.csv);
  if (!file.ok) throw new UserError(`people-csv-${file.reason}`);
  const today = todayOf(call);
  const language = actor.kind === "person" ? actor.language : "fr";
  const params = { lines: file.lines.length };
  return write(actor, call, { operation: peopleOps.imported, params }, async (w) => {
    await w.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('org-chart'))`;
    const counts = { created: 0, updated: 0, unchanged: 0 };
    const created = new Set<number>();
    const changed = new Set<number>();
    for (const line of file.lines) {
      const placed = await placePerson(w, line, { today, language });
      if (placed.created) created.add(line.line);
      else if (placed.changed) changed.add(line.line);
    }
    for (const line of file.lines)
      if (await placeUnderManager(w, line, call.now)) changed.add(line.line);
    for (const { line } of file.lines) {
      if (created.has(line)) counts.created += 1;
      else if (changed.has(line)) counts.updated += 1;
      else counts.unchanged += 1;
    }
    return { ...counts, refused: file.refused };
  });
}
