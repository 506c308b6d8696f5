import "server-only";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Quarter } from "#lib/quarter.ts";

// What was merged into an insight counts as that insight, once: what hangs on either (themes, sharings, customers,
// requesters, comments, whatever comes later) is read through the one that stands, `insight.root_id`. Every count and
// every list of it reads here, so that they cannot disagree; nothing is copied, so that parting is exact.

type Link = "theme_insight" | "insight_organisation" | "insight_requester" | "sharing";

/** FROM: the rows of a table that hang on insights, as `l`, of `m`; `m.root_id` is the insight they count as. */
export function hanging(link: Link): Prisma.Sql {
  return Prisma.sql`${Prisma.raw(link)} l JOIN insight m ON m.id = l.insight_id`;
}

/** Ids of `insight i` and of what was merged into it, for those who see all insights: in numbers and lists. */
export const whole = Prisma.sql`SELECT i.id UNION ALL SELECT m.id FROM insight m WHERE m.merged_into_id = i.id`;

/**
 * Ids of those that stand for what was merged into them and says what is sought. As an array, asked for once, so that it
 * is looked up beside the search index instead of read against every row.
 */
export function standingForWords(sought: string | null): Prisma.Sql {
  return Prisma.sql`ARRAY (SELECT m.merged_into_id FROM insight m
    WHERE m.merged_into_id IS NOT NULL AND m.search @@ (SELECT ${sought}::tsquery))`;
}

/** `insight i` is one of a theme's, by itself or by what was merged into it. */
export function isUnderTheme(themeId: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM ${hanging("theme_insight")}
    WHERE m.root_id = i.id AND l.theme_id = ${themeId}::uuid)`;
}

/** `insight i` is under one of an initiative's themes. */
export function isBehindInitiative(initiativeId: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM ${hanging("theme_insight")} JOIN initiative_theme it ON it.theme_id = l.theme_id
    WHERE m.root_id = i.id AND it.initiative_id = ${initiativeId}::uuid)`;
}

/** `insight i` speaks for that customer, by itself or by what was merged into it. */
export function isOfCustomer(organisationId: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM ${hanging("insight_organisation")}
    WHERE m.root_id = i.id AND l.organisation_id = ${organisationId}::uuid)`;
}

/** `insight i` was asked for or handed in, by itself or by what was merged into it, by somebody of that department. */
export function isOfDepartment(departmentId: string): Prisma.Sql {
  return spokenFor(Prisma.sql`p.department_id = ${departmentId}::uuid`);
}

/** Nobody of a department asked for `insight i` or handed it in. */
export const isOfNoDepartment = Prisma.sql`NOT ${spokenFor(Prisma.sql`p.department_id IS NOT NULL`)}`;

function spokenFor(person: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(EXISTS (SELECT FROM ${hanging("insight_requester")} JOIN requester r ON r.id = l.requester_id
      JOIN person p ON p.id = r.person_id WHERE m.root_id = i.id AND ${person})
    OR EXISTS (SELECT FROM insight m JOIN person p ON p.id = m.handed_in_by_id WHERE m.root_id = i.id AND ${person}))`;
}

/** `insight i` was shared out for that quarter, to that team where one is named. */
export function isSharedFor(quarter: Quarter, teamId: string | null): Prisma.Sql {
  const [to, is] = teamId
    ? [Prisma.sql`AND l.team_id = ${teamId}::uuid`, Prisma.sql`= ${teamId}::uuid`]
    : [Prisma.empty, Prisma.sql`IS NOT NULL`];
  return Prisma.sql`(EXISTS (SELECT FROM ${hanging("sharing")} WHERE m.root_id = i.id AND l.quarter = ${quarter} ${to})
    AND team_of_quarter(i.id, i.tribe_id, ${quarter}) ${is})`;
}

/** `insight i` is shared out to no team of its Tribe for that quarter or a later one. */
export function isInPool(quarter: Quarter): Prisma.Sql {
  return Prisma.sql`NOT EXISTS (SELECT FROM ${hanging("sharing")} JOIN team t ON t.id = l.team_id
    WHERE m.root_id = i.id AND l.quarter >= ${quarter} AND (m.id = i.id OR t.tribe_id = i.tribe_id))`;
}

/** How many insights speak for the customer whose id this is. */
export function insightsOfCustomer(organisationId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(SELECT count(DISTINCT m.root_id)::int FROM ${hanging("insight_organisation")}
    WHERE l.organisation_id = ${organisationId})`;
}

/** (theme_id, insight_id) of these themes: each insight once, whatever of it is grouped there. */
export function insightsOfThemes(themes: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`SELECT DISTINCT l.theme_id, m.root_id AS insight_id FROM ${hanging("theme_insight")}
    WHERE l.theme_id IN (${themes})`;
}

/** The newest quarter for which `insight i` was shared out to the team that it is with. */
export const quarterNow = Prisma.sql`(SELECT max(l.quarter) FROM sharing l
  WHERE l.insight_id IN (${whole}) AND l.team_id = i.team_id)`;

/** Whether `i` is one that an import brought, or stands for such a one. */
export function isFromImport(runId: string): Prisma.Sql {
  return Prisma.sql`i.id IN (SELECT m.root_id FROM ticket t JOIN insight m ON m.ticket_id = t.id
    WHERE t.import_run_id = ${runId}::uuid)`;
}
