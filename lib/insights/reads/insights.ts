import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { maySeeRevenue } from "#lib/customers/reads/revenue.ts";
import { db, SAME_EACH_TIME } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { type ListFilter, valuesOf } from "#lib/insights/list/address.ts";
import { answerNamedSql } from "#lib/insights/reads/answer-named.ts";
import { visibleSql, wholeSql } from "#lib/insights/reads/visible.ts";
import {
  type InsightDetail,
  type InsightRow,
  insightDetail,
  insightRow,
  type OwnInsight,
  ownInsight,
  type TribeChoice,
} from "#lib/insights/views.ts";
import { named } from "#lib/sql/columns.ts";
import type { Shape } from "#lib/sql/known.ts";
import { findRow, listRows, oneRow } from "#lib/sql/rows.ts";
import { quarterNow } from "#lib/sql/whole-insights.ts";

/** How much of a text the reading pane gets ahead; the page shows all of it. */
const AHEAD = 8000;

/** What the reading pane needs of these insights, those left out that the viewer may not see. */
export async function listInsightDetails(
  viewer: Actor,
  ids: string[],
  textLimit = AHEAD,
): Promise<InsightDetail[]> {
  if (ids.length === 0) return [];
  return listDetails(viewer, Prisma.sql`i.id = ANY (${ids}::uuid[])`, textLimit);
}

const detailRow = z.object({ detail: insightDetail });

async function listDetails(
  viewer: Actor,
  which: Prisma.Sql,
  textLimit: number,
): Promise<InsightDetail[]> {
  const whole = wholeSql(viewer);
  const rows = await listRows(db(), detailRow)`${SAME_EACH_TIME}
    SELECT json_build_object('id', i.id, 'body', left(i.body, ${textLimit}), 'isCut', length(i.body) > ${textLimit},
      'language', i.language, 'severity', i.severity, 'surface', i.surface,
      'product', (SELECT name FROM product WHERE id = i.product_id),
      'source', source.name, 'ticketKey', k.key, 'ticketUrl', source.site_url, 'deletedInDesk', k.deleted_in_desk_at IS NOT NULL,
      'handedInBy', (SELECT name FROM person WHERE id = i.handed_in_by_id),
      'requesters', (SELECT coalesce(json_agg(r.name || coalesce(' (' || o.name || ')', '') ORDER BY r.id), '[]')
        FROM requester r LEFT JOIN organisation o ON o.id = r.organisation_id
          AND NOT EXISTS (SELECT FROM insight_organisation n WHERE n.insight_id IN (${whole}))
        WHERE r.id IN (SELECT l.requester_id FROM insight_requester l WHERE l.insight_id IN (${whole}))
          AND r.erased_at IS NULL),
      'customers', (SELECT coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'state', o.state,
          'segment', o.segment, ${moneyFields(await maySeeRevenue(viewer))}) ORDER BY o.name), '[]')
        FROM organisation o WHERE o.id IN (SELECT l.organisation_id FROM insight_organisation l WHERE l.insight_id IN (${whole}))),
      'themes', (SELECT coalesce(json_agg(json_build_object('id', h.id, 'title', h.title) ORDER BY h.title), '[]')
        FROM theme h WHERE h.id IN (SELECT l.theme_id FROM theme_insight l WHERE l.insight_id IN (${whole}))
          AND h.archived_at IS NULL),
      'sharings', (SELECT coalesce(json_agg(json_build_object('quarter', s.quarter, 'team', t.name, 'at', s.shared_at,
          'by', (SELECT name FROM person WHERE id = s.shared_by_id)) ORDER BY s.quarter DESC, s.insight_id <> i.id, s.id), '[]')
        FROM sharing s JOIN team t ON t.id = s.team_id WHERE s.insight_id IN (${whole})),
      'answerNote', w.answer_note, 'answerNamed', ${answerNamedSql(viewer)}, 'answeredAt', w.answered_at,
      'answeredBy', (SELECT name FROM person WHERE id = w.answered_by_id),
      'mergedInto', (SELECT number FROM insight WHERE id = i.merged_into_id),
      'merged', (SELECT coalesce(json_agg(json_build_object('id', m.id, 'number', m.number, 'title', m.title) ORDER BY m.number), '[]')
        FROM insight m WHERE m.merged_into_id = i.id AND ${visibleSql(viewer, "m")}),
      'splitFrom', (SELECT m.number FROM insight m WHERE m.id = i.split_from_id AND ${visibleSql(viewer, "m")}),
      'splits', (SELECT coalesce(json_agg(json_build_object('number', m.number, 'title', m.title) ORDER BY m.number), '[]')
        FROM insight m WHERE m.split_from_id = i.id AND ${visibleSql(viewer, "m")}),
      'comments', (SELECT coalesce(json_agg(json_build_object('id', c.id, 'author', p.name, 'body', c.body,
          'at', c.created_at) ORDER BY c.created_at), '[]')
        FROM comment c JOIN person p ON p.id = c.author_id WHERE c.subject_kind = 'insight' AND c.subject_id IN (${whole}))
    ) AS detail
    FROM insight i JOIN insight w ON w.id = i.root_id JOIN source ON source.id = i.source_id LEFT JOIN ticket k ON k.id = i.ticket_id
    WHERE ${which} AND ${visibleSql(viewer)}`;
  return rows.map(({ detail }) => ({
    ...detail,
    ticketUrl: linkBack(detail.ticketUrl, detail.ticketKey),
  }));
}

/** Joins to `insight i`, as `w`, where it stands and what was answered: its own, or of the one that it was merged into. */
const whereItStands = Prisma.sql`CROSS JOIN LATERAL (SELECT i.root_id AS id) AS one CROSS JOIN LATERAL (
  SELECT i.tribe_id, i.team_id, ${quarterNow} AS quarter, i.answer, i.answer_note, i.answered_at, i.snoozed_until,
    i.answer_initiative_id, i.answer_entry_id, i.answer_reason_id
  FROM insight i WHERE i.id = one.id) AS w`;

/** One insight by its number, whatever its state; null when absent or not for this viewer. */
export async function findInsight(
  viewer: Actor,
  number: number,
): Promise<{ row: InsightRow; detail: InsightDetail } | null> {
  const row = findRow(db(), insightRow)`${SAME_EACH_TIME}
    SELECT i.id::text AS id, i.number, i.title, NULL AS excerpt, i.kind, w.tribe_id::text AS "tribeId",
      w.team_id::text AS "teamId", w.quarter, w.answer, to_json(w.answered_at) AS "answeredAt",
      w.snoozed_until::text AS "snoozedUntil",
      to_json(i.said_at) AS "saidAt", to_json(i.updated_at) AS "updatedAt", i.version,
      NULL AS customer, 0 AS customers, NULL AS "moneyCents"
    FROM insight i ${whereItStands}
    WHERE i.number = ${number} AND ${visibleSql(viewer)}`;
  const details = listDetails(viewer, Prisma.sql`i.number = ${number}`, 1_000_000);
  const [found, [detail]] = await Promise.all([row, details]);
  return found && detail ? { row: found, detail } : null;
}

/** What this person handed in or asked for, newest first: how a contributor learns what became of it. */
export async function listOwnInsights(viewer: Actor, limit = 100): Promise<OwnInsight[]> {
  if (viewer.kind === "system") return [];
  authorise(viewer, "insight:hand-in");
  const whole = wholeSql(viewer);
  return listRows(db(), ownInsight)`
    SELECT i.id::text AS id, i.number, i.title, left(i.body, 160) AS excerpt, i.kind, w.tribe_id::text AS "tribeId",
      w.team_id::text AS "teamId", w.quarter, w.answer, to_json(w.answered_at) AS "answeredAt",
      w.snoozed_until::text AS "snoozedUntil",
      to_json(i.said_at) AS "saidAt", to_json(i.updated_at) AS "updatedAt", i.version,
      named.name AS customer, named.id::text AS "customerId",
      (SELECT count(DISTINCT l.organisation_id)::int FROM insight_organisation l
        WHERE l.insight_id IN (${whole})) AS customers, NULL AS "moneyCents",
      w.answer_note AS "answerNote", ${answerNamedSql(viewer)} AS "answerNamed", (SELECT number FROM insight WHERE id = i.merged_into_id) AS "mergedInto"
    FROM insight i ${whereItStands} LEFT JOIN LATERAL (
      SELECT o.id, o.name FROM insight_organisation l JOIN organisation o ON o.id = l.organisation_id
      WHERE l.insight_id IN (${whole}) ORDER BY o.name, o.id LIMIT 1) AS named ON true
    WHERE ${ownSql(viewer.id)}
    ORDER BY i.said_at DESC, i.id DESC LIMIT ${limit}`;
}

const ownCounts = z.object({ count: z.number(), answered: z.number() });

/** How many that is in all, and how many of them have their answer. */
export async function countOwnInsights(
  viewer: Actor,
): Promise<{ count: number; answered: number }> {
  authorise(viewer, "insight:hand-in");
  if (viewer.kind === "system") return { count: 0, answered: 0 };
  return oneRow(db(), ownCounts)`
    SELECT count(*)::int AS count, count(w.answer)::int AS answered
    FROM insight i JOIN insight w ON w.id = i.root_id WHERE ${ownSql(viewer.id)}`;
}

function ownSql(personId: string): Prisma.Sql {
  return Prisma.sql`(i.handed_in_by_id = ${personId}::uuid OR i.id IN (SELECT l.insight_id FROM insight_requester l
      JOIN requester r ON r.id = l.requester_id WHERE r.person_id = ${personId}::uuid))`;
}

const tribeChoice = z.object({
  id: z.guid(),
  code: z.string(),
  name: z.string(),
  position: z.number(),
  teams: z.array(named),
}) satisfies Shape<TribeChoice>;

/** Tribes in the company's order with their teams: what digits and filters offer. */
export async function listTribeChoices(viewer: Actor): Promise<TribeChoice[]> {
  authorise(viewer, "people:read");
  return listRows(db(), tribeChoice)`${SAME_EACH_TIME}
    SELECT t.id::text AS id, t.code, t.name, t.position, (
      SELECT coalesce(json_agg(json_build_object('id', m.id, 'name', m.name) ORDER BY m.position, m.id), '[]')
      FROM team m WHERE m.tribe_id = t.id AND m.archived_at IS NULL) AS teams
    FROM tribe t WHERE t.archived_at IS NULL ORDER BY t.position, t.id`;
}

const filterChoices = z.object({
  sources: z.array(named),
  departments: z.array(named),
  themes: z.array(named),
  organisations: z.array(named),
  initiative: named.nullable(),
});

/** What the list can be narrowed to besides Tribes and teams, and the names of what it is narrowed to. */
export async function findFilterChoices(
  viewer: Actor,
  filter: Pick<ListFilter, "themeId" | "organisationId" | "initiativeId">,
): Promise<z.output<typeof filterChoices>> {
  authorise(viewer, "insight:list");
  const ofTable = (table: "source" | "department") =>
    Prisma.sql`(SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY name), '[]')
      FROM ${Prisma.raw(table)} WHERE archived_at IS NULL)`;
  return oneRow(db(), filterChoices)`${SAME_EACH_TIME}
    SELECT ${ofTable("source")} AS sources, ${ofTable("department")} AS departments,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', title) ORDER BY title), '[]')
        FROM theme WHERE id::text = ANY (${valuesOf(filter.themeId)})) AS themes,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'name', name) ORDER BY name), '[]')
        FROM organisation WHERE id::text = ANY (${valuesOf(filter.organisationId)})) AS organisations,
      (SELECT json_build_object('id', id, 'name', title) FROM initiative WHERE id::text = ${filter.initiativeId}) AS initiative`;
}

function moneyFields(isShown: boolean): Prisma.Sql {
  return isShown
    ? Prisma.sql`'revenueCents', o.revenue_cents, 'atStakeCents', o.at_stake_cents`
    : Prisma.sql`'revenueCents', NULL, 'atStakeCents', NULL`;
}

/** A link into the desk, when the source knows its site; anything but http(s) is no link. */
function linkBack(siteUrl: string | null, key: string | null): string | null {
  if (!siteUrl || !key || !URL.canParse(siteUrl)) return null;
  const url = new URL(`${siteUrl.replace(/\/$/, "")}/browse/${encodeURIComponent(key)}`);
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
}
