import "server-only";
import { UserError } from "#lib/errors.ts";
import type { OkrEntry } from "#lib/imports/work/plans/entries.ts";
import { isWritten, marks, merge } from "#lib/imports/work/plans/merge.ts";
import {
  created,
  keepReference,
  type Outcome,
  type Putting,
  referenceOf,
  unchanged,
} from "#lib/imports/work/reads/references.ts";
import { sameObjective } from "#lib/imports/work/reads/same-here.ts";
import { requireParent } from "#lib/okrs/writes/objective-for-writing.ts";
import { putKeyResult } from "./write-key-result.ts";

const parts = [["title"], ["commitment"], ["parentId"]] as const;

/** Creates an objective or its key result, or brings them to what the file says where nobody here decided otherwise. */
export async function putOkr(putting: Putting, entry: OkrEntry): Promise<Outcome> {
  const objective = await putObjective(putting, entry);
  const { keyResult } = entry;
  const measure = keyResult ? await putKeyResult(putting, objective.id, keyResult) : unchanged;
  const differences = [...objective.differences, ...measure.differences];
  if (objective.outcome === "created" || measure.outcome === "created")
    return { outcome: "created", differences: [] };
  return differences.length > 0 ? { outcome: "updated", differences } : unchanged;
}

type PutObjective = Outcome & { id: string | null };

async function putObjective(putting: Putting, entry: OkrEntry): Promise<PutObjective> {
  const { externalId, objective } = entry;
  const reference = referenceOf(putting, "objective", externalId);
  const parentId = parentOf(putting, entry);
  const { title, commitment } = objective;
  const wanted = { title, commitment, parentId };
  if (reference && isWritten(wanted, reference.written))
    return { ...unchanged, id: reference.targetId };
  const id = reference?.targetId ?? (await sameObjective(putting, objective));
  const current = id === null ? null : await currentObjective(putting, id);
  if (!current) return createObjective(putting, entry, parentId);
  if (current.archivedAt) return { ...unchanged, id: current.id };
  const isFit = parentId === undefined || (await mayAlign(putting, parentId, current));
  const { changes, written, differences } = merge(
    parts,
    { ...wanted, parentId: isFit ? parentId : undefined },
    current,
    reference?.written ?? {},
  );
  if (putting.w && Object.keys(changes).length > 0)
    await putting.w.update("objective", [current.id], changes);
  await keepReference(putting, "objective", externalId, { targetId: current.id, written });
  const outcome = differences.length > 0 ? "updated" : "unchanged";
  return { outcome, differences, id: current.id };
}

/** Undefined where the file says none, or one that is not here yet. */
function parentOf(putting: Putting, { parent }: OkrEntry): string | undefined {
  if (!parent) return undefined;
  if ("id" in parent) return parent.id;
  const reference = referenceOf(putting, "objective", parent.externalId);
  // While it is only looked, what would be created has no id yet: what it is called stands for it.
  return reference?.targetId || (putting.w ? undefined : parent.title);
}

async function createObjective(
  putting: Putting,
  { externalId, objective }: OkrEntry,
  parentId: string | undefined,
): Promise<PutObjective> {
  const { w, now } = putting;
  const commitment = objective.commitment ?? "committed";
  const written = marks({ title: objective.title, commitment, parentId });
  if (!w) {
    // The other rows of the same objective find it.
    await keepReference(putting, "objective", externalId, { targetId: "", written });
    return { ...created, id: null };
  }
  const position = await w.tx.objective.count({ where: { quarter: objective.quarter } });
  const [id = ""] = await w.insert("objective", [
    { ...objective, commitment, parentId: parentId ?? null, position, createdAt: now },
  ]);
  await keepReference(putting, "objective", externalId, { targetId: id, written });
  return { ...created, id };
}

async function mayAlign(
  { w }: Putting,
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

async function currentObjective({ tx, w }: Putting, id: string) {
  if (id === "") return null;
  if (w) await w.tx.$queryRaw`SELECT 1 FROM objective WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
  const found = await tx.objective.findUnique({
    where: { id },
    select: {
      ...({ id: true, title: true, quarter: true, parentId: true, archivedAt: true } as const),
      commitment: true,
    },
  });
  return found;
}
