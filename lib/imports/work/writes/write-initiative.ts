import "server-only";
import type { InitiativeEntry } from "#lib/imports/work/plans/entries.ts";
import { isWritten, linksToAdd, marks, merge } from "#lib/imports/work/plans/merge.ts";
import { created, type Outcome, unchanged } from "#lib/imports/work/plans/outcome.ts";
import { sameInitiative } from "#lib/imports/work/reads/same-here.ts";
import type { LeftValue } from "#lib/imports/work/rows/row-cells.ts";
import { keepReference } from "#lib/imports/work/writes/keep-reference.ts";
import { type RowWriting, referenceOf } from "#lib/imports/work/writes/row-writing.ts";
import {
  changeInitiatives,
  makeInitiatives,
  tieKeyResults,
  tieThemes,
} from "#lib/initiatives/writes/initiative-rows.ts";
import { UNKNOWN_EFFORT_HALF_MONTHS } from "#lib/roadmap/board.ts";
import { placeItems } from "#lib/roadmap/writes/item-rows.ts";
import { settledQuarters } from "./settled-quarters.ts";

const parts = [
  ...([["title"], ["problem"], ["kind"], ["origin"], ["originReason"], ["teamId"]] as const),
  ...([["epicKey"], ["reach"], ["impactHundredths"], ["confidenceHundredths"]] as const),
  ["effortHalfMonths"],
] as const;

const linked = ["themeIds", "keyResultIds", "quarters"] as const;

/** Creates an initiative, or brings it to what the file says where nobody here has decided otherwise. */
export async function putInitiative(writing: RowWriting, entry: InitiativeEntry): Promise<Outcome> {
  const { fields, externalId } = entry;
  const reference = referenceOf(writing, "initiative", externalId);
  const before = reference?.written ?? {};
  const isLinked = linked.every(
    (kind) => linksToAdd(entry[kind], [], before[kind]).add.length === 0,
  );
  if (reference && isLinked && isWritten(fields, before)) return unchanged;
  const id = reference?.targetId ?? (await sameInitiative(writing, fields));
  const initiative = id === null ? null : await currentInitiative(writing, id);
  if (!initiative) return createInitiative(writing, entry);
  if (initiative.archivedAt) return unchanged;
  const { changes, written, differences } = merge(parts, fields, initiative, before);
  const { w } = writing;
  if (w && Object.keys(changes).length > 0) {
    await changeInitiatives(w, [initiative.id], changes, writing.said);
  }
  const teamId = changes.teamId ?? initiative.teamId;
  const added = await link(writing, entry, { ...initiative, teamId }, before);
  await keepReference(writing, "initiative", externalId, {
    targetId: initiative.id,
    written: { ...written, ...added.written },
  });
  const all = [...differences, ...added.differences];
  return {
    outcome: all.length > 0 ? "updated" : "unchanged",
    differences: all,
    left: added.left,
  };
}

async function createInitiative(writing: RowWriting, entry: InitiativeEntry): Promise<Outcome> {
  const { w, said } = writing;
  const { fields, externalId } = entry;
  if (!w) {
    const settled = await settledQuarters(writing, fields.teamId, entry.quarters);
    return { ...created, left: settled.map((quarter) => notPlaced(entry, quarter)) };
  }
  const { problem = "", kind = "product", originReason = null, epicKey = null } = fields;
  const { origin = originReason === null ? "bottom-up" : "top-down", title, teamId } = fields;
  const rice = {
    reach: fields.reach ?? null,
    impactHundredths: fields.impactHundredths ?? null,
    confidenceHundredths: fields.confidenceHundredths ?? null,
    effortHalfMonths: fields.effortHalfMonths ?? null,
  };
  const texts = { title, problem, kind, origin, originReason, epicKey };
  const [id = ""] = await makeInitiatives(w, [{ ...texts, ...rice, teamId }], said);
  const none = { id, teamId, effortHalfMonths: rice.effortHalfMonths };
  const here = { ...none, themeIds: [], keyResultIds: [], quarters: [] };
  const added = await link(writing, entry, here, {});
  const written = { ...marks({ ...fields, kind, origin }), ...added.written };
  await keepReference(writing, "initiative", externalId, { targetId: id, written });
  return { ...created, left: added.left };
}

type Here = {
  id: string;
  teamId: string;
  effortHalfMonths: number | null;
  themeIds: string[];
  keyResultIds: string[];
  quarters: string[];
};

async function link(
  writing: RowWriting,
  entry: InitiativeEntry,
  here: Here,
  before: Readonly<Record<string, unknown>>,
) {
  const themes = linksToAdd(entry.themeIds, here.themeIds, before.themeIds);
  const keyResults = linksToAdd(entry.keyResultIds, here.keyResultIds, before.keyResultIds);
  const quarters = linksToAdd(entry.quarters, here.quarters, before.quarters);
  // Of the team that it is with here, which a person may have chosen otherwise than the file.
  const settled = await settledQuarters(writing, here.teamId, quarters.add);
  const open = quarters.add.filter((quarter) => !settled.includes(quarter));
  await tie(writing, entry, here, {
    themes: themes.add,
    keyResults: keyResults.add,
    quarters: open,
  });
  const counted = (field: string, { add }: { add: string[] }) =>
    add.length === 0 ? [] : [{ field, before: null, after: add.length }];
  return {
    written: {
      themeIds: themes.written,
      keyResultIds: keyResults.written,
      // What is not placed is tried again by the next import.
      quarters: quarters.written.filter((quarter) => !settled.includes(quarter)),
    },
    differences: [
      ...counted("themes", themes),
      ...counted("keyResults", keyResults),
      ...open.map((quarter) => ({ field: "quarter", before: null, after: quarter })),
    ],
    left: settled.map((quarter) => notPlaced(entry, quarter)),
  };
}

function notPlaced({ line, quarterColumn }: InitiativeEntry, quarter: string): LeftValue {
  return { key: "work-quarter-settled", column: quarterColumn, value: quarter, line };
}

type Ties = { themes: string[]; keyResults: string[]; quarters: string[] };

/** On the roadmap it comes last in its team's lanes. */
async function tie(
  { w, said }: RowWriting,
  { fields }: InitiativeEntry,
  { id: initiativeId, effortHalfMonths: here, teamId }: Here,
  { themes, keyResults, quarters }: Ties,
): Promise<void> {
  if (!w) return;
  const effortHalfMonths = fields.effortHalfMonths ?? here ?? UNKNOWN_EFFORT_HALF_MONTHS;
  const item = { initiativeId, teamId, effortHalfMonths, afterItemId: undefined };
  await tieThemes(
    w,
    themes.map((themeId) => ({ initiativeId, themeId })),
  );
  await tieKeyResults(
    w,
    keyResults.map((keyResultId) => ({ initiativeId, keyResultId })),
  );
  await placeItems(
    w,
    quarters.map((quarter) => ({ ...item, quarter })),
    said.at,
  );
}

async function currentInitiative({ tx, w }: RowWriting, id: string) {
  if (w) await w.tx.$executeRaw`SELECT 1 FROM initiative WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const found = await tx.initiative.findUnique({
    where: { id },
    select: {
      ...({ id: true, title: true, problem: true, kind: true, origin: true } as const),
      ...({ originReason: true, teamId: true, epicKey: true, archivedAt: true } as const),
      ...({ reach: true, impactHundredths: true, confidenceHundredths: true } as const),
      effortHalfMonths: true,
      themes: { select: { themeId: true } },
      keyResults: { select: { keyResultId: true } },
      items: { select: { quarter: true } },
    },
  });
  if (!found) return null;
  const { themes, keyResults, items, ...fields } = found;
  return {
    ...fields,
    themeIds: themes.map(({ themeId }) => themeId),
    keyResultIds: keyResults.map(({ keyResultId }) => keyResultId),
    quarters: items.map(({ quarter }) => quarter),
  };
}
