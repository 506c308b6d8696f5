import "server-only";
import { z } from "zod";
import { db } from "#lib/db.ts";
import { type FileMapping, fileMapping } from "#lib/imports/csv/mapping.ts";
import type { Write } from "#lib/operations/write.ts";

// A source remembers how files with certain headers are read, so that their columns are said once.

const mappings = z.record(z.string(), fileMapping);
/** A desk has a few kinds of exports; the oldest are forgotten beyond these. */
const mostKept = 30;

/** What was decided for files of this source with these headers. */
export async function rememberedMapping(
  source: { id: string } | { name: string },
  signature: string,
): Promise<FileMapping | undefined> {
  const found = await db().source.findUnique({ where: source, select: { mapping: true } });
  return mappings.catch({}).parse(found?.mapping ?? {})[signature];
}

export async function rememberMapping(
  w: Write,
  sourceId: string,
  mapping: FileMapping,
): Promise<void> {
  await w.tx.$executeRaw`SELECT id FROM source WHERE id = ${sourceId}::uuid FOR UPDATE`;
  const found = await w.tx.source.findUniqueOrThrow({
    where: { id: sourceId },
    select: { mapping: true },
  });
  const { [mapping.signature]: before, ...others } = mappings.catch({}).parse(found.mapping ?? {});
  if (JSON.stringify(before) === JSON.stringify(mapping)) return;
  const kept = Object.entries(others).slice(1 - mostKept);
  await w.update("source", [sourceId], {
    mapping: { ...Object.fromEntries(kept), [mapping.signature]: mapping },
  });
}
