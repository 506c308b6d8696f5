import "server-only";
import { UserError } from "#lib/errors.ts";
import type { OkrEntry } from "#lib/imports/work/plans/entries.ts";
import { isWritten, marks, merge } from "#lib/imports/work/plans/merge.ts";
import { created, type Outcome, unchanged } from "#lib/imports/work/plans/outcome.ts";
import { sameObjective } from "#lib/imports/work/reads/same-here.ts";
import { keepReference } from "#lib/imports/work/writes/keep-reference.ts";
import { type RowWriting, referenceOf } from "#lib/imports/work/writes/row-writing.ts";
import { requireParent } from "#lib/okrs/writes/objective-for-writing.ts";
import { changeObjectives, makeObjectives } from "#lib/okrs/writes/objective-rows.ts";
import { putKeyResult } from "./write-key-result.ts";

const parts = [["title"], ["commitment"], ["parentId"]] as const;

/** Creates an objective or its key result, or brings them to what the file says where nobody here decided otherwise. */
export async function putOkr(writing: RowWriting, entry: OkrEntry): Promise<Outcome> {
  const objective = await putObjective(writing, entry);
  const { keyResult } = entry;
  const measure = keyResult ? await putKeyResult(writing, objective.id, keyResult) : unchanged;
  const differences = [...objective.differences, ...measure.differences];
  if (objective.outcome === "created" || measure.outcome === "created")
    return { outcome: "created", differences: [] };
  return differences.length > 0 ? { outcome: "updated", differences } : unchanged;
}

type PutObjective = Outcome & { id: string | null };

async function putObjective(writing: RowWriting, entry: OkrEntry): Promise<PutObjective> {
  const { externalId, objective } = entry;
  const reference = referenceOf(writing, "objective", externalId);
  const parentId = parentOf(writing, entry);
  const { title, commitment } = objective;
  const wanted = { title, commitment, parentId };
  if (reference && isWritten(wanted, reference.written))
    return { ...unchanged, id: reference.targetId };
  const id = reference?.targetId ?? (await sameObjective(writing, objective));
  const current = id === null ? null : await currentObjective(writing, id);
  if (!current) return createObjective(writing, entry, parentId);
  if (current.archivedAt) return { ...unchanged, id: current.id };
  const isFit = parentId === undefined || (await mayAlign(writing, parentId, current));
  const { changes, written, differences } = merge(
    parts,
    { ...wanted, parentId: isFit ? parentId : undefined },
    current,
    reference?.written ?? {},
  );
  if (writing.w && Object.keys(changes).length > 0)
    await changeObjectives(writing.w, [current.id], changes);
  await keepReference(writing, "objective", externalId, { targetId: current.id, written });
  const outcome = differences.length > 0 ? "updated" : "unchanged";
  return { outcome, differences, id: current.id };
}

/** Undefined where the file says none, or one that is not here yet. */
function parentOf(writing: RowWriting, { parent }: OkrEntry): string | undefined {
  if (!parent) return undefined;
  if ("id" in parent) return parent.id;
  const reference = referenceOf(writing, "objective", parent.externalId);
  // While it is only looked, what would be created has no id yet: what it is called stands for it.
  return reference?.targetId || (writing.w ? undefined : parent.title);
}

async function createObjective(
  writing: RowWriting,
  { externalId, objective }: OkrEntry,
  parentId: string | undefined,
): Promise<PutObjective> {
  const { w, said } = writing;
  const commitment = objective.commitment ?? "committed";
  const written = marks({ title: objective.title, commitment, parentId });
  if (!w) {
    // The other rows of the same objective find it.
    await keepReference(writing, "objective", externalId, { targetId: "", written });
    return { ...created, id: null };
  }
  const row = { ...objective, commitment, parentId: parentId ?? null };
  const [{ id } = { id: "" }] = await makeObjectives(w, [row], said.at);
  await keepReference(writing, "objective", externalId, { targetId: id, written });
  return { ...created, id };
}

async function mayAlign(
  { w }: RowWriting,
  parentId: string,
  { id, quarter }: { id: string; quarter: string },
): Promise<boolean> {
  if (!w) return true;
  return requireParent(w.tx, parentId, quarter, id).then(
    () => true,
    (error: unknown) => {
      if (error instanceof UserError) return false;
      throw error;
    },
  );
}

async function currentObjective({ tx, w }: RowWriting, id: string) {
  if (id === "") return null;
  if (w) await w.tx.$executeRaw`SELECT 1 FROM objective WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const found = await tx.objective.findUnique({
    where: { id },
    select: {
      ...({ id: true, title: true, quarter: true, parentId: true, archivedAt: true } as const),
      commitment: true,
    },
  });
  return found;
}
