import { z } from "zod";
import { type FileMapping, fileMapping } from "#lib/imports/columns/mapping.ts";
import { meanings } from "#lib/imports/columns/meanings.ts";
import type { Proposal } from "#lib/imports/columns/propose-mapping.ts";
import type { Recognised } from "#lib/imports/columns/recognise-file.ts";
import type { ColumnFates, Forecast } from "#lib/imports/forecast.ts";
import type { Inspection } from "#lib/imports/reading/inspect-file.ts";
import { workQuestion } from "#lib/imports/work/columns/work-question.ts";
import { storedParams, storedSentence, storedSentences } from "#lib/stored-sentence.ts";
import type { ImportOptions } from "./schema.ts";

// What only a person can say of a file: what its columns mean where no desk is recognised, the order of its dates
// where nothing tells, which kinds of projects to take where it has several; and whether to go on, after a preview.

const text = z.string().nullable();

const forecast = z.object({
  rows: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  refused: z.number(),
  duplicates: z.number(),
  /** The first refused rows. */
  reasons: z.array(z.object({ line: z.number(), reason: z.string(), params: storedParams })),
  /** What a person should know of it, in the words of `importsErrors`. */
  warnings: storedSentences.default([]),
  /** The first tickets that would change, each with what. */
  differences: z.array(
    z.object({
      name: z.string(),
      changes: z.array(z.object({ field: z.string(), before: text, after: text })),
    }),
  ),
  /** The first rows as they would come in, and what becomes of the columns; of tickets. */
  firstRows: z
    .array(
      z.object({
        title: text,
        text: z.string(),
        customers: z.array(z.string()),
        requester: text,
        saidAt: text,
        status: text,
        kind: text,
      }),
    )
    .default([]),
  columns: z
    .object({
      read: z.array(z.object({ header: z.string(), as: z.string() })),
      kept: z.array(z.string()),
      left: z.array(z.string()),
    })
    .nullable()
    .default(null),
});

export type ForecastView = z.infer<typeof forecast>;

const mappingQuestion = z.object({
  signature: z.string(),
  /** Only what Jira's own words leave open is asked. */
  ofJira: z.boolean().default(false),
  columns: z.array(
    z.object({
      header: z.string(),
      samples: z.array(z.string()),
      meaning: z.enum(meanings),
      unique: z.boolean(),
      date: z
        .object({
          order: z.enum(["dmy", "mdy"]).nullable(),
          undecided: z.boolean(),
          example: z.string(),
        })
        .nullable(),
    }),
  ),
  identity: z.array(z.number()),
  /** What was said of the dates already. */
  dates: fileMapping.shape.dates,
  rows: z.array(z.array(z.string())),
});

export type MappingQuestion = z.infer<typeof mappingQuestion>;

export const importQuestion = z.object({
  dates: z.array(z.object({ column: z.string(), example: z.string() })),
  /** Rows by kind of project, service desks first. */
  projectTypes: z.array(z.object({ name: z.string(), rows: z.number() })),
  mapping: mappingQuestion.nullable().default(null),
  work: workQuestion.nullable().default(null),
  forecast: forecast.nullable().default(null),
  /** Why what was said of the columns can't be. */
  refusal: storedSentence.nullable().default(null),
});

export type ImportQuestion = z.infer<typeof importQuestion>;

export const noQuestion: ImportQuestion = importQuestion.parse({ dates: [], projectTypes: [] });

/** Null when there is nothing to ask, or all of it was answered. */
export function questionOf(
  { openDates, values }: Inspection,
  options: ImportOptions,
): ImportQuestion | null {
  const dates = options.dates ? [] : openDates;
  const kinds = Object.entries(values.projectType).map(([name, rows]) => ({ name, rows }));
  const mixed = !options.filter && kinds.length > 1 && kinds.some(({ name }) => isDesk(name));
  if (dates.length === 0 && !mixed) return null;
  const projectTypes = mixed ? kinds.sort((a, b) => rank(a.name) - rank(b.name)) : [];
  return { ...noQuestion, dates, projectTypes };
}

/** What the columns mean, with what is proposed, or with what was said of them before. */
export function mappingQuestionOf(
  { signature, proposal }: { signature: string; proposal: Proposal },
  said: FileMapping | undefined,
): MappingQuestion {
  const columns = proposal.columns.map((column, index) => ({
    ...column,
    meaning: said?.columns[index] ?? column.meaning,
  }));
  const { rows, ofJira } = proposal;
  const identity = said?.identity ?? proposal.identity;
  return { signature, ofJira, columns, identity, dates: said?.dates ?? {}, rows };
}

/** What an import would do, and whether to go on; the columns may be mapped anew where they were mapped. */
export function previewQuestion(
  { signature, proposal }: Recognised,
  mapping: FileMapping | undefined,
  told: Told,
): ImportQuestion {
  return {
    ...noQuestion,
    mapping: proposal && mapping ? mappingQuestionOf({ signature, proposal }, mapping) : null,
    forecast: forecastView(told),
  };
}

type Told = Forecast & {
  refused: ForecastView["reasons"];
  warnings?: ForecastView["warnings"];
  columns?: ColumnFates;
};

export function forecastView(told: Told): ForecastView {
  const { counts, refused, duplicates, differences } = told;
  const { warnings = [], firstRows = [], columns = null } = told;
  const reasons = refused.slice(0, 10);
  return {
    ...{ ...counts, refused: refused.length, duplicates, reasons, differences },
    ...{ warnings, firstRows, columns },
  };
}

export function isDesk(projectType: string): boolean {
  return projectType.toLowerCase() === "service_desk";
}

const rank = (name: string) => (isDesk(name) ? 0 : 1);
