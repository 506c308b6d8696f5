import "server-only";
import type { InitiativeEntry, InitiativeFields } from "#lib/imports/work/plans/entries.ts";
import { isWritten, linksToAdd, marks, merge } from "#lib/imports/work/plans/merge.ts";
import { created, type Outcome, unchanged } from "#lib/imports/work/plans/outcome.ts";
import { sameInitiative } from "#lib/imports/work/reads/same-here.ts";
import type { LeftValue } from "#lib/imports/work/rows/row-cells.ts";
import { keepReference } from "#lib/imports/work/writes/keep-reference.ts";
import { type RowWriting, referenceOf } from "#lib/imports/work/writes/row-writing.ts";
import { type Factor, factors, fieldOf } from "#lib/initiatives/rice.ts";
import { settledQuarters } from "./settled-quarters.ts";

const parts = [
  ...([["title"], ["problem"], ["kind"], ["origin"], ["originReason"], ["teamId"]] as const),
  ...([["epicKey"], ["reach"], ["impactHundredths"], ["confidenceHundredths"]] as const),
  ["effortHalfMonths"],
] as const;

const unknownEffort = 2;
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
    await w.update("initiative", [initiative.id], changes);
    await keepScores(writing, initiative.id, changes);
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
  const { w, now, actorId } = writing;
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
  const [id = ""] = await w.insert("initiative", [
    { ...texts, ...rice, teamId, createdAt: now, createdById: actorId },
  ]);
  await keepScores(writing, id, fields);
  const none = { id, teamId, effortHalfMonths: rice.effortHalfMonths };
  const here = { ...none, themeIds: [], keyResultIds: [], quarters: [] };
  const added = await link(writing, entry, here, {});
  const written = { ...marks({ ...fields, kind, origin }), ...added.written };
  await keepReference(writing, "initiative", externalId, { targetId: id, written });
  return { ...created, left: added.left };
}

/** Who, when and why for each factor that is given a value. */
async function keepScores(
  { w, now, actorId, reason }: RowWriting,
  id: string,
  changes: Partial<InitiativeFields>,
): Promise<void> {
  if (!w) return;
  for (const factor of factors) {
    const value = factorOf(changes, factor);
    if (value === undefined) continue;
    await w.tx.$executeRaw`
      INSERT INTO rice_version (initiative_id, factor, value, reason, set_by_id, set_at)
      VALUES (${id}::uuid, ${factor}, ${value}, ${reason}, ${actorId}::uuid, ${now})`;
  }
}

function factorOf(fields: Partial<InitiativeFields>, factor: Factor): number | undefined {
  return fields[fieldOf[factor]];
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
  const { w } = writing;
  const initiativeId = here.id;
  const themes = linksToAdd(entry.themeIds, here.themeIds, before.themeIds);
  const keyResults = linksToAdd(entry.keyResultIds, here.keyResultIds, before.keyResultIds);
  const quarters = linksToAdd(entry.quarters, here.quarters, before.quarters);
  // Of the team that it is with here, which a person may have chosen otherwise than the file.
  const settled = await settledQuarters(writing, here.teamId, quarters.add);
  const open = quarters.add.filter((quarter) => !settled.includes(quarter));
  const themeRows = themes.add.map((themeId) => ({ initiativeId, themeId }));
  await w?.insert("initiative_theme", themeRows);
  const measures = keyResults.add.map((keyResultId) => ({ initiativeId, keyResultId }));
  await w?.insert("initiative_key_result", measures);
  for (const quarter of open) await place(writing, entry, here, quarter);
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

/** At the end of its team's lane. */
async function place(
  { w, now }: RowWriting,
  { fields }: InitiativeEntry,
  { id, effortHalfMonths, teamId }: Here,
  quarter: string,
): Promise<void> {
  if (!w) return;
  const last = await w.tx.roadmapItem.aggregate({
    where: { teamId, quarter },
    _max: { position: true },
  });
  await w.insert("roadmap_item", [
    {
      initiativeId: id,
      teamId,
      quarter,
      effortHalfMonths: fields.effortHalfMonths ?? effortHalfMonths ?? unknownEffort,
      position: (last._max.position ?? 0) + 1,
      placedAt: now,
    },
  ]);
}

async function currentInitiative({ tx, w }: RowWriting, id: string) {
  if (w) await w.tx.$queryRaw`SELECT 1 FROM initiative WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
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
