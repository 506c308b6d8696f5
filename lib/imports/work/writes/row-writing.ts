import "server-only";
import type { Tx } from "#lib/db.ts";
import type { Reference, Target } from "#lib/imports/work/plans/outcome.ts";
import type { Said } from "#lib/operations/said.ts";
import type { Write } from "#lib/operations/write.ts";

/** One batch of rows as they are written; without a `w` it is only looked what would become of them. */
export type RowWriting = {
  tx: Pick<
    Tx,
    "$queryRaw" | "theme" | "initiative" | "objective" | "keyResult" | "team" | "tribeQuarter"
  >;
  w: Write | null;
  sourceId: string;
  /** Who imports, and the source and file beside each value that is given to a factor or checked in. */
  said: Said & { reason: string };
  references: Map<string, Reference>;
};

export function referenceOf(writing: RowWriting, target: Target, externalId: string) {
  return writing.references.get(`${target} ${externalId}`) ?? null;
}
