import { z } from "zod";
import { calendarDay } from "#lib/day.ts";
import { segmentCodes, severityCodes } from "#lib/insights/desk-words.ts";
import { answers, insightKinds } from "#lib/insights/kinds.ts";
import {
  ages,
  type ListFilter,
  listSorts,
  listStates,
  NONE,
  placings,
  reversible,
  stages,
  todos,
} from "#lib/insights/list/address.ts";
import { isQuarter, type Quarter } from "#lib/quarter.ts";
import { lookedFor } from "#lib/text.ts";

// The address of a list is its state: /insights?state=tribe&tribe=PLA&kind=bug,problem&sort=-said. The page and the
// data request read it by the same rules; what can't be read is left out rather than refused, so that an old or
// hand-written link still shows something.

const one = z.string().max(1000);
const uuid = z.uuid().nullable().catch(null);
const MOST_VALUES = 20;
const list = (allowed: z.ZodType<string>) =>
  one
    .transform((text) =>
      [...new Set(text.split(","))].filter((item) => allowed.safeParse(item).success),
    )
    .catch([]);
/** One or several with commas between them. */
const several = (allowed: z.ZodType<string>) =>
  list(allowed)
    .transform((values) => values.slice(0, MOST_VALUES).join(",") || null)
    .nullable()
    .catch(null);
const uuidOrNone = z.union([z.literal(NONE), z.uuid()]);
const orNone = (values: readonly string[]) => list(z.enum([NONE, ...values]));
const quarter = z.string().refine(isQuarter).nullable().catch(null);
const day = calendarDay.nullable().catch(null);
const address = z.object({
  state: z.enum(listStates).catch("inbox"),
  tribe: list(z.union([z.literal(NONE), z.string().regex(/^\p{Lu}{3}$/u)])),
  kind: list(z.enum(insightKinds)),
  team: several(uuidOrNone),
  source: several(z.uuid()),
  import: uuid,
  organisation: several(uuidOrNone),
  theme: several(uuidOrNone),
  department: several(uuidOrNone),
  initiative: uuid,
  severity: orNone(severityCodes),
  language: orNone(["fr", "en", "mixed"]),
  segment: orNone(segmentCodes),
  answer: orNone(answers),
  over: z.coerce.number().int().min(1).max(1e12).nullable().catch(null),
  not: list(z.enum(reversible)),
  age: z.enum(ages).nullable().catch(null),
  quarter,
  received: quarter,
  answered: quarter,
  reached: z.enum(stages).nullable().catch(null),
  todo: z.enum(todos).nullable().catch(null),
  placing: z.enum(placings).nullable().catch(null),
  week: day,
  "answered-week": day,
  q: z
    .string()
    .transform((text) => lookedFor(text).trim().slice(0, 200))
    .catch(""),
  sort: z
    .enum([
      "said",
      "-said",
      "updated",
      "-updated",
      "number",
      "-number",
      "worth",
      "-worth",
      "severity",
      "-severity",
    ])
    .catch("-said"),
});

/** Reads `searchParams` of a page or of a request. A parameter given twice counts once. */
export function listFilterOf(given: Record<string, string | string[] | undefined>): ListFilter {
  const single = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value]),
  );
  const read = address.parse(single);
  const sort = listSorts.find((name) => read.sort.endsWith(name)) ?? "said";
  return {
    state: read.state,
    tribe: read.tribe,
    kind: read.kind,
    teamId: read.team,
    sourceId: read.source,
    importId: read.import,
    organisationId: read.organisation,
    themeId: read.theme,
    departmentId: read.department,
    initiativeId: read.initiative,
    severity: read.severity,
    language: read.language,
    segment: read.segment,
    answer: read.answer,
    over: read.over,
    not: reversible.filter((name) => read.not.includes(name)),
    age: read.age,
    quarter: asQuarter(read.quarter),
    received: asQuarter(read.received),
    answeredIn: asQuarter(read.answered),
    reached: read.reached,
    todo: read.todo,
    placing: read.placing,
    week: read.week,
    answeredWeek: read["answered-week"],
    q: read.q,
    sort,
    direction: read.sort.startsWith("-") ? "desc" : "asc",
  };
}

function asQuarter(value: string | null): Quarter | null {
  return value && isQuarter(value) ? value : null;
}
