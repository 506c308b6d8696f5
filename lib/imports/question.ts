import { z } from "zod";
import type { Inspection } from "./csv/inspect-file.ts";
import type { ImportOptions } from "./schema.ts";

// What only a person can say of a file: the order of its dates where nothing tells, and which kinds of projects to
// take where it has several.

export const importQuestion = z.object({
  dates: z.array(z.object({ column: z.string(), example: z.string() })),
  /** Rows by kind of project, service desks first. */
  projectTypes: z.array(z.object({ name: z.string(), rows: z.number() })),
});

export type ImportQuestion = z.infer<typeof importQuestion>;

/** Null when there is nothing to ask, or all of it was answered. */
export function questionOf(
  { openDates, values }: Inspection,
  options: ImportOptions,
): ImportQuestion | null {
  const dates = options.dates ? [] : openDates;
  const kinds = Object.entries(values.projectType).map(([name, rows]) => ({ name, rows }));
  const mixed = !options.filter && kinds.length > 1 && kinds.some(({ name }) => isDesk(name));
  if (dates.length === 0 && !mixed) return null;
  return { dates, projectTypes: mixed ? kinds.sort((a, b) => rank(a.name) - rank(b.name)) : [] };
}

export function isDesk(projectType: string): boolean {
  return projectType.toLowerCase() === "service_desk";
}

const rank = (name: string) => (isDesk(name) ? 0 : 1);
