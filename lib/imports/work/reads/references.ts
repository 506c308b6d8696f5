import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db.ts";
import type { Reference } from "#lib/imports/work/plans/outcome.ts";

const written = z.record(z.string(), z.unknown()).catch({});

/** What is known here of what these names are called in the source. */
export async function readReferences(
  tx: Pick<Tx, "workReference">,
  sourceId: string,
  externalIds: string[],
): Promise<Map<string, Reference>> {
  const rows = await tx.workReference.findMany({
    where: { sourceId, externalId: { in: externalIds } },
    select: { target: true, externalId: true, targetId: true, written: true },
  });
  return new Map(
    rows.map((row) => [
      `${row.target} ${row.externalId}`,
      { targetId: row.targetId, written: written.parse(row.written) },
    ]),
  );
}
