import "server-only";
import type { FileMapping } from "#lib/imports/columns/mapping.ts";
import { mappings } from "#lib/imports/reads/remembered-mapping.ts";
import type { WorkMapping } from "#lib/imports/work/columns/work-mapping.ts";
import type { Write } from "#lib/operations/write.ts";

/** A desk has a few kinds of exports; the oldest are forgotten beyond these. */
const mostKept = 30;

/** Keeps what was said of a file's columns for the next file with these headers. */
export async function rememberMapping(
  w: Write,
  sourceId: string,
  mapping: FileMapping | WorkMapping,
): Promise<void> {
  const key = "subject" in mapping ? `${mapping.subject}:${mapping.signature}` : mapping.signature;
  await w.tx.$executeRaw`SELECT id FROM source WHERE id = ${sourceId}::uuid FOR UPDATE`;
  const found = await w.tx.source.findUniqueOrThrow({
    where: { id: sourceId },
    select: { mapping: true },
  });
  const { [key]: before, ...others } = mappings.catch({}).parse(found.mapping ?? {});
  if (JSON.stringify(before) === JSON.stringify(mapping)) return;
  const kept = Object.entries(others).slice(1 - mostKept);
  await w.update("source", [sourceId], {
    mapping: { ...Object.fromEntries(kept), [key]: mapping },
  });
}
