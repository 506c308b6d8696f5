import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { listInitiativesNamed } from "#lib/initiatives/reads/initiatives.ts";
import { LONGEST_REASON } from "#lib/insights/kinds.ts";
import { keptReason, type Planned, type Usual } from "#lib/proposals/views.ts";
import { currentQuarter, type Moment } from "#lib/quarter.ts";
import { quarter } from "#lib/sql/columns.ts";
import { findRow, listRows } from "#lib/sql/rows.ts";
import { hanging } from "#lib/sql/whole-insights.ts";

const mostPlanned = 4;
const mostFound = 8;
const mostUsual = 3;
/** Reasons are looked for among so many answers, the newest first. */
const lookedThrough = 2000;

/** What is answered: one insight, or all of a theme. `q`: what is typed to find another initiative. */
export type Answered = { insightId: string } | { themeId: string };
type Asked = { about: Answered; q: string };

const planned = z.object({
  id: z.guid(),
  number: z.number(),
  title: z.string(),
  quarter: quarter.nullable(),
});
const usual = z.object({ reason: z.string() });

/**
 * What an answer could name, for whoever may give one: the initiatives of its themes with the quarter they are planned
 * for, or those that bear what is typed; the reasons that are kept, and those that the viewer's teams gave before.
 */
export async function answeringOf(
  viewer: Actor,
  { about, q }: Asked,
  at: Moment,
): Promise<{ planned: Planned[]; reasons: Usual; text: string } | null> {
  if (!can(viewer, "insight:list")) return null;
  const which = q ? await idsNamed(viewer, q) : underSameThemes(about);
  const [initiatives, kept, given, text] = await Promise.all([
    listPlanned(which, at, q ? mostFound : mostPlanned),
    listKept(),
    listUsual(viewer),
    textOf(about),
  ]);
  const words = new Set(kept.map((one) => one.words.toLowerCase()));
  return {
    planned: initiatives,
    reasons: {
      kept,
      usual: given.map((row) => row.reason).filter((reason) => !words.has(reason.toLowerCase())),
    },
    text,
  };
}

async function idsNamed(viewer: Actor, q: string): Promise<Prisma.Sql> {
  const found = await listInitiativesNamed(viewer, q, mostFound);
  return Prisma.sql`i.id = ANY (${found.map(({ id }) => id)}::uuid[])`;
}

function underSameThemes(about: Answered): Prisma.Sql {
  const themes =
    "themeId" in about
      ? Prisma.sql`${about.themeId}::uuid`
      : Prisma.sql`SELECT l.theme_id FROM ${hanging("theme_insight")} WHERE m.root_id = ${about.insightId}::uuid`;
  return Prisma.sql`i.id IN (SELECT initiative_id FROM initiative_theme WHERE theme_id IN (${themes}))`;
}

/** The next quarter of each from now on; those without one last. */
function listPlanned(which: Prisma.Sql, at: Moment, most: number) {
  return listRows(db(), planned)`
    SELECT i.id::text AS id, i.number, i.title, min(r.quarter) AS quarter
    FROM initiative i LEFT JOIN roadmap_item r ON r.initiative_id = i.id AND r.quarter >= ${currentQuarter(at)}
    WHERE ${which} AND i.archived_at IS NULL
    GROUP BY i.id ORDER BY min(r.quarter) NULLS LAST, i.number DESC LIMIT ${most}`;
}

/** Those used most stand first. */
function listKept() {
  return listRows(db(), keptReason)`
    SELECT d.id::text AS id, d.words, d.version FROM decline_reason d WHERE d.archived_at IS NULL
    ORDER BY (SELECT count(*) FROM insight WHERE answer_reason_id = d.id) DESC, d.kept_at, d.id`;
}

function listUsual(viewer: Actor) {
  const teams = viewer.kind === "person" ? viewer.hats.flatMap(({ teamId }) => teamId ?? []) : [];
  return listRows(db(), usual)`
    SELECT a.answer_note AS reason FROM (
      SELECT answer, answer_note, answered_by_id FROM insight
      WHERE answered_at IS NOT NULL ORDER BY answered_at DESC LIMIT ${lookedThrough}) AS a
    JOIN (SELECT DISTINCT person_id FROM hat WHERE team_id = ANY (${teams}::uuid[])) AS h ON h.person_id = a.answered_by_id
    WHERE a.answer = 'declined' AND length(a.answer_note) <= ${LONGEST_REASON}
    GROUP BY a.answer_note ORDER BY count(*) DESC, a.answer_note LIMIT ${mostUsual}`;
}

const said = z.object({ text: z.string() });

/** What is asked, as far as somebody who asks would say it. */
async function textOf(about: Answered): Promise<string> {
  const row =
    "themeId" in about
      ? findRow(
          db(),
          said,
        )`SELECT title || ' ' || left(description, 300) AS text FROM theme WHERE id = ${about.themeId}::uuid`
      : findRow(
          db(),
          said,
        )`SELECT coalesce(title, '') || ' ' || left(body, 300) AS text FROM insight WHERE id = ${about.insightId}::uuid`;
  return (await row)?.text ?? "";
}
