import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import type { Answering } from "#lib/proposals/views.ts";
import { currentQuarter, type Moment } from "#lib/quarter.ts";
import { quarter } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";
import { hanging } from "#lib/sql/whole-insights.ts";

const mostPlanned = 4;
const mostReasons = 5;
/** Reasons are looked for among so many answers, the newest first; longer than that, one is no reason to give again. */
const lookedThrough = 2000;
const longestReason = 160;

const planned = z.object({ number: z.number(), title: z.string(), quarter: quarter.nullable() });
const reason = z.object({ reason: z.string() });

/**
 * What an answer to an insight could say, for whoever may give one: the initiatives of its themes with the quarter they
 * are planned for, and the reasons that the viewer's teams gave before when they declined, the usual ones first.
 */
export async function answeringOf(
  viewer: Actor,
  insightId: string,
  at: Moment,
): Promise<Answering | null> {
  if (!can(viewer, "insight:list")) return null;
  const [initiatives, reasons] = await Promise.all([
    listPlanned(insightId, at),
    listReasons(viewer),
  ]);
  return { planned: initiatives, reasons: reasons.map((row) => row.reason) };
}

/** The next quarter of each from now on; those without one last. */
function listPlanned(insightId: string, at: Moment) {
  return listRows(db(), planned)`
    SELECT i.number, i.title, min(r.quarter) AS quarter
    FROM ${hanging("theme_insight")} JOIN initiative_theme it ON it.theme_id = l.theme_id
    JOIN initiative i ON i.id = it.initiative_id AND i.archived_at IS NULL
    LEFT JOIN roadmap_item r ON r.initiative_id = i.id AND r.quarter >= ${currentQuarter(at)}
    WHERE m.root_id = ${insightId}::uuid
    GROUP BY i.number, i.title ORDER BY min(r.quarter) NULLS LAST, i.number DESC LIMIT ${mostPlanned}`;
}

function listReasons(viewer: Actor) {
  const teams = viewer.kind === "person" ? viewer.hats.flatMap(({ teamId }) => teamId ?? []) : [];
  return listRows(db(), reason)`
    SELECT a.answer_note AS reason FROM (
      SELECT answer, answer_note, answered_by_id FROM insight
      WHERE answered_at IS NOT NULL ORDER BY answered_at DESC LIMIT ${lookedThrough}) AS a
    JOIN (SELECT DISTINCT person_id FROM hat WHERE team_id = ANY (${teams}::uuid[])) AS h ON h.person_id = a.answered_by_id
    WHERE a.answer = 'declined' AND length(a.answer_note) <= ${longestReason}
    GROUP BY a.answer_note ORDER BY count(*) DESC, a.answer_note LIMIT ${mostReasons}`;
}
