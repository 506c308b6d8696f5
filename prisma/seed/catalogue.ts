import { createEntryInput } from "#lib/catalogue/schema.ts";
import { createEntry } from "#lib/catalogue/writes/entries.ts";
import { shiftQuarter } from "#lib/quarter.ts";
import { sampleEntries } from "#prisma/sample/catalogue.ts";
import { callAt, type History, later } from "#prisma/seed/history.ts";
import type { MadeInitiative } from "#prisma/seed/initiatives.ts";
import { lookup } from "#prisma/seed/lookup.ts";
import type { Staff } from "#prisma/seed/staff.ts";

const oneMonth = 30 * 24 * 60;

/** Each team's PM says what the product does, months ago or last week. */
export async function makeCatalogue(
  history: History,
  staff: Staff,
  initiatives: readonly MadeInitiative[],
): Promise<void> {
  const idOf = new Map(initiatives.map(({ id, sample }) => [sample.title, id]));
  for (const entry of sampleEntries) {
    const { team, quarter, initiative, verifiedMonths, ...said } = entry;
    const { id: teamId, pm } = lookup(staff.teams, team);
    const input = createEntryInput.parse({
      ...said,
      teamId,
      quarter: quarter === null ? null : shiftQuarter(history.current, quarter),
      initiativeId: initiative === null ? null : lookup(idOf, initiative),
    });
    const at = later(history.end, -verifiedMonths * oneMonth);
    await createEntry(pm, input, callAt(history, at));
  }
}
