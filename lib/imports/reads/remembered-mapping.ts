import "server-only";
import { z } from "zod";
import { db } from "#lib/db.ts";
import { type FileMapping, fileMapping } from "#lib/imports/columns/mapping.ts";
import { type WorkMapping, workMapping } from "#lib/imports/work/columns/work-mapping.ts";

// A source remembers how files with certain headers are read, so that their columns are said once.

/** By what the headers are known by, and for the company's work by what the file holds. */
export const mappings = z.record(z.string(), z.json());

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
