import { z } from "zod";
import { calendarDay } from "#lib/day.ts";
import { insightKinds } from "#lib/insights/kinds.ts";
import {
  ages,
  type ListFilter,
  listSorts,
  listStates,
  NONE,
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
const uuidOrNone = z
  .union([z.literal(NONE), z.uuid()])
  .nullable()
  .catch(null);
const quarter = z.string().refine(isQuarter).nullable().catch(null);
const day = calendarDay.nullable().catch(null);
const list = (allowed: z.ZodType<string>) =>
  one
    .transform((text) =>
      [...new Set(text.split(","))].filter((item) => allowed.safeParse(item).success),
    )
    .catch([]);

const address = z.object({
  state: z.enum(listStates).catch("inbox"),
  tribe: list(z.union([z.literal(NONE), z.string().regex(/^\p{Lu}{3}$/u)])),
  kind: list(z.enum(insightKinds)),
  team: uuidOrNone,
  source: uuid,
  import: uuid,
  organisation: uuidOrNone,
  theme: uuidOrNone,
  department: uuidOrNone,
  initiative: uuid,
  age: z.enum(ages).nullable().catch(null),
  quarter,
  received: quarter,
  answered: quarter,
  reached: z.enum(stages).nullable().catch(null),
  todo: z.enum(todos).nullable().catch(null),
  week: day,
  "answered-week": day,
  q: z
    .string()
    .transform((text) => lookedFor(text).trim().slice(0, 200))
    .catch(""),
  sort: z.enum(["said", "-said", "updated", "-updated", "number", "-number"]).catch("-said"),
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
    age: read.age,
    quarter: asQuarter(read.quarter),
    received: asQuarter(read.received),
    answeredIn: asQuarter(read.answered),
    reached: read.reached,
    todo: read.todo,
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
