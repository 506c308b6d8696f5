import "server-only";
import { z } from "zod";
import { db } from "#lib/db.ts";
import { type FileMapping, fileMapping } from "#lib/imports/columns/mapping.ts";
import { type WorkMapping, workMapping } from "#lib/imports/work/columns/work-mapping.ts";
import type { Write } from "#lib/operations/write.ts";

// A source remembers how files with certain headers are read, so that their columns are said once.

const mappings = z.record(z.string(), z.json());
/** A desk has a few kinds of exports; the oldest are forgotten beyond these. */
const mostKept = 30;

type Of = { id: string } | { name: string };

/** What was decided for files of this source with these headers. */
export async function rememberedMapping(
  source: Of,
  signature: string,
): Promise<FileMapping | undefined> {
  return fileMapping.safeParse(await remembered(source, signature)).data;
}

/** The same of files of themes, initiatives or OKRs. */
export async function rememberedWorkMapping(
  source: Of,
  { subject, signature }: Pick<WorkMapping, "subject" | "signature">,
): Promise<WorkMapping | undefined> {
  return workMapping.safeParse(await remembered(source, `${subject}:${signature}`)).data;
}

async function remembered(source: Of, key: string): Promise<unknown> {
  const found = await db().source.findUnique({ where: source, select: { mapping: true } });
  return mappings.catch({}).parse(found?.mapping ?? {})[key];
}

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
