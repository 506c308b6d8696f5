import "server-only";
import { isWritten, marks, merge } from "#lib/imports/work/plans/merge.ts";
import { created, type Outcome, unchanged } from "#lib/imports/work/plans/outcome.ts";
import { sameKeyResult } from "#lib/imports/work/reads/same-here.ts";
import type { MeasureRow } from "#lib/imports/work/rows/work-row.ts";
import { keepReference } from "#lib/imports/work/writes/keep-reference.ts";
import { type RowWriting, referenceOf } from "#lib/imports/work/writes/row-writing.ts";
import { addKeyResults, changeKeyResults, keepCheckIns } from "#lib/okrs/writes/key-result-rows.ts";

// What a key result measures changes together: half of it may contradict the other half.
const parts = [["title"], ["direction", "start", "target", "unit"], ["now"]] as const;

type Wanted = MeasureRow & { externalId: string };

/** Creates a key result under its objective, or brings it to what the file says where nobody decided otherwise. */
export async function putKeyResult(
  writing: RowWriting,
  objectiveId: string | null,
  { externalId, ...wanted }: Wanted,
): Promise<Outcome> {
  const reference = referenceOf(writing, "key_result", externalId);
  if (reference && isWritten(wanted, reference.written)) return unchanged;
  const id =
    reference?.targetId ?? (objectiveId && (await sameKeyResult(writing, objectiveId, wanted)));
  const current = id ? await currentKeyResult(writing, id) : null;
  if (!current) return createKeyResult(writing, objectiveId, { externalId, ...wanted });
  if (current.archivedAt) return unchanged;
  const before = reference?.written ?? {};
  const { changes, written, differences } = merge(parts, wanted, current, before);
  const { now, ...fields } = changes;
  const { w } = writing;
  if (w && Object.keys(fields).length > 0) await changeKeyResults(w, [current.id], fields);
  if (now !== undefined) await checkIn(writing, current.id, now);
  await keepReference(writing, "key_result", externalId, { targetId: current.id, written });
  return differences.length > 0 ? { outcome: "updated", differences } : unchanged;
}

async function createKeyResult(
  writing: RowWriting,
  objectiveId: string | null,
  { externalId, now, ...measure }: Wanted,
): Promise<Outcome> {
  const { tx, w } = writing;
  // While it is only looked, an objective that would be created has no id yet.
  if (!objectiveId) return created;
  // Under an objective that is archived nobody would find it.
  const isOpen = await tx.objective.count({ where: { id: objectiveId, archivedAt: null } });
  if (isOpen === 0) return unchanged;
  if (!w) return created;
  const [id = ""] = await addKeyResults(w, objectiveId, [measure]);
  if (now !== undefined) await checkIn(writing, id, now);
  const reference = { targetId: id, written: marks({ ...measure, now }) };
  await keepReference(writing, "key_result", externalId, reference);
  return created;
}

/** A value that the file tells is a check-in like any other, with the import as its word. */
async function checkIn({ w, said }: RowWriting, id: string, value: number): Promise<void> {
  const told = { keyResultId: id, value, confidence: null, note: said.reason };
  if (w) await keepCheckIns(w, [told], said);
}

async function currentKeyResult({ tx, w }: RowWriting, id: string) {
  if (w) await w.tx.$executeRaw`SELECT 1 FROM key_result WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const found = await tx.keyResult.findUnique({
    where: { id },
    select: {
      ...({ id: true, title: true, start: true, target: true, unit: true } as const),
      ...({ direction: true, archivedAt: true } as const),
      checkIns: {
        where: { retractsId: null, retractedBy: null },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        take: 1,
        select: { value: true },
      },
    },
  });
  if (!found) return null;
  const { checkIns, ...fields } = found;
  return { ...fields, now: checkIns[0]?.value ?? undefined };
}
