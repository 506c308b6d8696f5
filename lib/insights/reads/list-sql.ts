import "server-only";
import type { Cursor } from "#lib/cursor.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { severityCodes, wordsFor } from "#lib/insights/desk-words.ts";
import {
  type Age,
  type ListFilter,
  type ListState,
  NONE,
  type Placing,
  type Reversible,
  reversible,
  type Stage,
  type Todo,
  valuesOf,
} from "#lib/insights/list/address.ts";
import { soughtKey } from "#lib/insights/number.ts";
import { withSureTribe } from "#lib/insights/reads/proposed-tribe.ts";
import { type Moment, type Quarter, quarterBounds, todayOf } from "#lib/quarter.ts";
import { searchQuery } from "#lib/search/query.ts";
import {
  hanging,
  isBehindInitiative,
  isFromImport,
  isOfCustomer,
  isOfDepartment,
  isOfNoDepartment,
  isSharedFor,
  isUnderTheme,
  standingForWords,
} from "#lib/sql/whole-insights.ts";

// The list's conditions in SQL, on `insight i`. They say the same as standing.ts; a test compares the two.

// `team_id` follows the sharings by itself (see the migration).

const open = Prisma.sql`i.merged_into_id IS NULL`;
const waiting = Prisma.sql`i.tribe_id IS NULL AND i.merged_into_id IS NULL AND i.answer IS NULL`;
const withTribe = Prisma.sql`i.merged_into_id IS NULL AND i.answer IS NULL AND i.tribe_id IS NOT NULL`;

/** @param today the company's day, YYYY-MM-DD */
export function stateSql(state: ListState, today: string): Prisma.Sql {
  switch (state) {
    case "inbox":
      return Prisma.sql`${waiting} AND (i.snoozed_until IS NULL OR i.snoozed_until <= ${today}::date)`;
    case "snoozed":
      return Prisma.sql`${waiting} AND i.snoozed_until > ${today}::date`;
    case "tribe":
      return Prisma.sql`${withTribe} AND i.team_id IS NULL`;
    case "team":
      return Prisma.sql`${withTribe} AND i.team_id IS NOT NULL`;
    case "assigned":
      return Prisma.sql`${open} AND i.tribe_id IS NOT NULL`;
    case "answered":
      return Prisma.sql`${open} AND i.answer IS NOT NULL`;
    case "all":
      return open;
  }
}

/** Everything the filter asks for. Somebody who looks for one thing by its name finds it wherever it stands. */
export function whereSql(filter: ListFilter, at: Moment): Prisma.Sql {
  const sought = soughtKey(filter.q);
  if (sought) {
    const byText = sought.isOurs
      ? Prisma.empty
      : Prisma.sql`UNION SELECT id FROM insight WHERE search @@ ${searchQuery(filter.q)}::tsquery AND merged_into_id IS NULL
      UNION SELECT unnest(${standingForWords(searchQuery(filter.q))})`;
    return Prisma.sql`i.id IN (
      SELECT id FROM insight WHERE number = ${sought.number}::int
      UNION SELECT n.id FROM ticket_key k JOIN insight n ON n.ticket_id = k.ticket_id WHERE k.key = ${sought.deskKey}
      ${byText})`;
  }
  const today = todayOf(at);
  // As a subquery, so that the planner does not guess how common the words are: it would guess far too many, and read
  // every row where the search index has the answer.
  const words = filter.q ? Prisma.sql`AND ${saysSql(searchQuery(filter.q))}` : Prisma.empty;
  return Prisma.sql`${stateSql(filter.state, today)} AND ${narrowingSql(filter, at)} ${words}`;
}

/** By its own words, or by those of what was merged into it. */
export function saysSql(sought: string | null): Prisma.Sql {
  return Prisma.sql`(i.search @@ (SELECT ${sought}::tsquery) OR i.id = ANY (${standingForWords(sought)}))`;
}

/** What is asked for beyond the list's state, words aside. */
export function narrowingSql(filter: ListFilter, at: Moment): Prisma.Sql {
  const conditions: (Prisma.Sql | null)[] = [
    ...reversibleSql(filter),
    filter.importId ? isFromImport(filter.importId) : null,
    filter.initiativeId ? isBehindInitiative(filter.initiativeId) : null,
    !filter.teamId && filter.quarter ? sharedSql(null, filter.quarter) : null,
    filter.over === null ? null : Prisma.sql`${worth} >= ${filter.over * 100}::bigint`,
    filter.received ? withinQuarter(Prisma.sql`i.said_at`, filter.received, at) : null,
    filter.answeredIn ? withinQuarter(Prisma.sql`i.answered_at`, filter.answeredIn, at) : null,
    filter.reached ? reachedSql(filter.reached) : null,
    filter.todo ? todoSql(filter.todo) : null,
    filter.placing ? placingSql(filter.placing) : null,
    filter.week ? withinWeek(Prisma.sql`i.said_at`, filter.week, at) : null,
    filter.answeredWeek ? withinWeek(Prisma.sql`i.answered_at`, filter.answeredWeek, at) : null,
    filter.age ? ageSql(filter.age, at) : null,
  ];
  const asked = conditions.filter((condition) => condition !== null);
  return asked.length > 0 ? Prisma.join(asked, " AND ") : Prisma.sql`true`;
}

/** What may be asked the other way round: all but those, with those of which it isn't known. */
function reversibleSql(filter: ListFilter): (Prisma.Sql | null)[] {
  const { tribe, kind, sourceId, teamId, quarter, severity, language, segment, answer } = filter;
  const asked: Record<Reversible, Prisma.Sql | null> = {
    tribe: tribe.length > 0 ? tribesSql(tribe) : null,
    kind: kind.length > 0 ? kindsSql(kind) : null,
    source: anyOf(valuesOf(sourceId), (id) => Prisma.sql`i.source_id = ${id}::uuid`),
    organisation: anyOf(valuesOf(filter.organisationId), organisationSql),
    theme: anyOf(valuesOf(filter.themeId), themeSql),
    department: anyOf(valuesOf(filter.departmentId), departmentSql),
    team: anyOf(valuesOf(teamId), (id) => sharedSql(id, quarter)),
    severity: anyOf(severity, severitySql),
    language: anyOf(language, (code) => isOrLacks(Prisma.sql`i.language`, code)),
    segment: anyOf(segment, segmentSql),
    answer: anyOf(answer, (code) => isOrLacks(Prisma.sql`i.answer`, code)),
  };
  return reversible.map((name) => {
    const condition = asked[name];
    return condition && filter.not.includes(name)
      ? Prisma.sql`(${condition}) IS NOT TRUE`
      : condition;
  });
}

function anyOf(values: readonly string[], of: (value: string) => Prisma.Sql): Prisma.Sql | null {
  if (values.length === 0) return null;
  const [only, another] = values.map(of);
  return only && !another ? only : Prisma.sql`(${Prisma.join(values.map(of), " OR ")})`;
}

function isOrLacks(column: Prisma.Sql, value: string): Prisma.Sql {
  return value === NONE ? Prisma.sql`${column} IS NULL` : Prisma.sql`${column} = ${value}`;
}

const gravity = Prisma.sql`lower(btrim(i.severity))`;

function severitySql(code: string): Prisma.Sql {
  return code === NONE
    ? Prisma.sql`coalesce(${gravity}, '') = ''`
    : Prisma.sql`${gravity} = ANY (${wordsFor("severity", code)})`;
}

function segmentSql(code: string): Prisma.Sql {
  const customers = Prisma.sql`SELECT FROM ${hanging("insight_organisation")}
    JOIN organisation o ON o.id = l.organisation_id WHERE m.root_id = i.id`;
  return code === NONE
    ? Prisma.sql`NOT EXISTS (${customers} AND coalesce(btrim(o.segment), '') <> '')`
    : Prisma.sql`EXISTS (${customers} AND lower(btrim(o.segment)) = ANY (${wordsFor("segment", code)}))`;
}

/** What a row shows that its customers are worth. */
const worth = Prisma.sql`(SELECT sum(coalesce(o.revenue_cents, o.at_stake_cents)) FROM organisation o
  WHERE o.id IN (SELECT l.organisation_id FROM ${hanging("insight_organisation")} WHERE m.root_id = i.id))`;

/** From 0 for one of which nobody said it to 5, for the order alone. */
const gravityRank = Prisma.sql`CASE ${Prisma.join(
  severityCodes.map(
    (code, at) =>
      Prisma.sql`WHEN ${gravity} = ANY (${wordsFor("severity", code)}) THEN ${at + 1}::bigint`,
  ),
  " ",
)} ELSE 0 END`;

/** Whether the order is of what stands in no column: all that match are looked at, whatever index there is. */
export function isWeighed({ sort }: Pick<ListFilter, "sort">): boolean {
  return sort === "worth" || sort === "severity";
}

/**
 * FROM: `insight i` with `sorted`, by which such a list is in order. What customers are worth is summed once for all:
 * to ask for each of a hundred thousand rows would take twenty times as long.
 */
export function weighedSql(filter: ListFilter, at: Moment): Prisma.Sql {
  if (filter.sort === "severity")
    return Prisma.sql`(SELECT i.*, ${gravityRank} AS sorted FROM insight i WHERE ${whereSql(filter, at)}) AS i`;
  return Prisma.sql`(SELECT i.*, coalesce(w.cents, 0)::bigint AS sorted FROM insight i LEFT JOIN (
      SELECT pair.root_id, sum(coalesce(o.revenue_cents, o.at_stake_cents)) AS cents
      FROM (SELECT DISTINCT m.root_id, l.organisation_id FROM ${hanging("insight_organisation")}) AS pair
      JOIN organisation o ON o.id = pair.organisation_id GROUP BY 1
    ) AS w ON w.root_id = i.id WHERE ${whereSql(filter, at)}) AS i`;
}

/** One Tribe by equality, so that its own index gives the order. */
function tribesSql(asked: string[]): Prisma.Sql {
  const codes = asked.filter((code) => code !== NONE);
  const none = Prisma.sql`i.tribe_id IS NULL`;
  if (codes.length === 0) return none;
  return codes.length < asked.length
    ? Prisma.sql`(${none} OR ${ofTribes(codes)})`
    : ofTribes(codes);
}

function ofTribes(codes: string[]): Prisma.Sql {
  const [only] = codes;
  return codes.length === 1
    ? Prisma.sql`i.tribe_id = (SELECT id FROM tribe WHERE code = ${only})`
    : Prisma.sql`i.tribe_id IN (SELECT id FROM tribe WHERE code = ANY (${codes}))`;
}

function kindsSql(kinds: string[]): Prisma.Sql {
  const [only] = kinds;
  return kinds.length === 1 ? Prisma.sql`i.kind = ${only}` : Prisma.sql`i.kind = ANY (${kinds})`;
}

function organisationSql(id: string): Prisma.Sql {
  return id === NONE
    ? Prisma.sql`NOT EXISTS (SELECT FROM ${hanging("insight_organisation")} WHERE m.root_id = i.id)`
    : isOfCustomer(id);
}

function themeSql(id: string): Prisma.Sql {
  return id === NONE ? Prisma.sql`NOT EXISTS (${underAny})` : isUnderTheme(id);
}

function departmentSql(id: string): Prisma.Sql {
  return id === NONE ? isOfNoDepartment : isOfDepartment(id);
}

/** Shared out to that team, or to none: for the quarter named, else now. */
function sharedSql(teamId: string | null, quarter: Quarter | null): Prisma.Sql {
  if (teamId === NONE)
    return quarter ? Prisma.sql`NOT ${isSharedFor(quarter, null)}` : Prisma.sql`i.team_id IS NULL`;
  return quarter ? isSharedFor(quarter, teamId) : Prisma.sql`i.team_id = ${teamId}::uuid`;
}

/** Days are the company's, as the database's own calendar has them. */
function withinQuarter(column: Prisma.Sql, quarter: Quarter, { timeZone }: Moment): Prisma.Sql {
  const { first, after } = quarterBounds(quarter);
  return Prisma.sql`${column} >= (${first}::date::timestamp AT TIME ZONE ${timeZone})
    AND ${column} < (${after}::date::timestamp AT TIME ZONE ${timeZone})`;
}

function withinWeek(column: Prisma.Sql, monday: string, { timeZone }: Moment): Prisma.Sql {
  return Prisma.sql`${column} >= (${monday}::date::timestamp AT TIME ZONE ${timeZone})
    AND ${column} < ((${monday}::date + 7)::timestamp AT TIME ZONE ${timeZone})`;
}

/** A stage once reached stays reached: an answered insight was with its team all the same. */
export function reachedSql(stage: Stage): Prisma.Sql {
  switch (stage) {
    case "tribe":
      return Prisma.sql`i.tribe_id IS NOT NULL`;
    case "team":
      return Prisma.sql`EXISTS (SELECT FROM ${hanging("sharing")} WHERE m.root_id = i.id)`;
    case "theme":
      return Prisma.sql`EXISTS (${underAny})`;
    case "answer":
      return Prisma.sql`i.answer IS NOT NULL`;
  }
}

function placingSql(placing: Placing): Prisma.Sql | null {
  if (placing === "any") return null;
  const isSure = Prisma.sql`i.tribe_id IS NULL AND i.id IN (${withSureTribe})`;
  return placing === "sure" ? isSure : Prisma.sql`NOT (${isSure})`;
}

/** To answer: a theme of it has an initiative in a quarter that its Tribe has committed, so there is something to say. */
function todoSql(todo: Todo): Prisma.Sql {
  if (todo === "group") return Prisma.sql`i.answer IS NULL AND NOT EXISTS (${underAny})`;
  return Prisma.sql`i.answer IS NULL AND EXISTS (SELECT FROM ${hanging("theme_insight")}
    JOIN initiative_theme it ON it.theme_id = l.theme_id
    JOIN roadmap_item r ON r.initiative_id = it.initiative_id JOIN team d ON d.id = r.team_id
    JOIN tribe_quarter q ON q.tribe_id = d.tribe_id AND q.quarter = r.quarter AND q.state <> 'draft'
    WHERE m.root_id = i.id)`;
}

const underAny = Prisma.sql`SELECT FROM ${hanging("theme_insight")} WHERE m.root_id = i.id`;

function ageSql(age: Age, { now }: Moment): Prisma.Sql {
  const days = age === "older" ? 365 : Number(age);
  const since = new Date(now.getTime() - days * 86_400_000);
  return age === "older" ? Prisma.sql`i.said_at < ${since}` : Prisma.sql`i.said_at >= ${since}`;
}

const sortColumns = {
  said: Prisma.sql`i.said_at`,
  updated: Prisma.sql`i.updated_at`,
  number: Prisma.sql`i.number`,
  worth: Prisma.sql`i.sorted`,
  severity: Prisma.sql`i.sorted`,
};

/** Both columns in one direction, as the indexes have them; a number needs no second. */
export function orderSql({ sort, direction }: ListFilter): Prisma.Sql {
  const way = direction === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const column = sortColumns[sort];
  return sort === "number"
    ? Prisma.sql`${column} ${way}`
    : Prisma.sql`${column} ${way}, i.id ${way}`;
}

/** The same order where no index is to be walked for it, because what is sought lies at its far end. */
export function orderByHandSql({ sort, direction }: ListFilter): Prisma.Sql {
  const way = direction === "asc" ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return sort === "number"
    ? Prisma.sql`i.number + 0 ${way}`
    : Prisma.sql`${sortColumns[sort]} + interval '0' ${way}, i.id ${way}`;
}

/** What lies beyond the last row of the page before. */
export function beyondSql({ sort, direction }: ListFilter, cursor: Cursor | null): Prisma.Sql {
  if (!cursor) return Prisma.empty;
  const than = direction === "asc" ? Prisma.sql`>` : Prisma.sql`<`;
  if (sort === "number") return Prisma.sql`AND i.number ${than} ${Number(cursor.value)}`;
  if (isWeighed({ sort }))
    return Prisma.sql`AND (i.sorted, i.id) ${than} (${cursor.value}::bigint, ${cursor.id}::uuid)`;
  return Prisma.sql`AND (${sortColumns[sort]}, i.id) ${than} (${new Date(cursor.value)}, ${cursor.id}::uuid)`;
}
