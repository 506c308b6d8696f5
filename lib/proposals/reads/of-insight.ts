import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import { db } from "#lib/db.ts";
import { insightKinds } from "#lib/insights/kinds.ts";
import { type ProposalKind, proposalKinds, proposalReasons } from "#lib/proposals/kinds.ts";
import { listDuplicatesOf } from "#lib/proposals/reads/duplicates-of.ts";
import type { Proposals } from "#lib/proposals/views.ts";
import type { Moment } from "#lib/quarter.ts";
import { named } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";
import { hanging } from "#lib/sql/whole-insights.ts";

/** Where it is not yet decided whose a proposal is: two at most are shown. */
const mostTribes = 2;
const mostThemes = 2;

/**
 * What is proposed of an insight that nobody decided so far, for whoever may sort; null for anyone else, and where there
 * is nothing to decide any more.
 */
export async function proposalsOf(
  viewer: Actor,
  insightId: string,
  at: Moment,
): Promise<Proposals | null> {
  if (!can(viewer, "insight:list")) return null;
  const [rows, duplicates] = await Promise.all([
    listOffered(insightId),
    listDuplicatesOf(insightId, at),
  ]);
  if (rows.length === 0 && duplicates.length === 0) return null;
  const of = (kind: ProposalKind) => rows.filter((row) => row.kind === kind);
  return {
    insightId,
    tribe: tribeOf(of("tribe")),
    themes: themesOf(viewer, of("theme")),
    newTheme: newThemeOf(of("new-theme")),
    duplicates,
    kind: codeOf(of("kind"), insightKinds),
    language: codeOf(of("language"), ["fr", "en", "mixed"]),
    severity: severityOf(of("severity")),
    customer: customerOf(of("customer")),
  };
}

const tribe = z.object({ id: z.guid(), code: z.string(), name: z.string(), position: z.number() });
const theme = z.object({ id: z.guid(), title: z.string(), insights: z.number() });
const offered = z.object({
  kind: z.enum(proposalKinds),
  code: z.string().nullable(),
  reason: z.enum(proposalReasons),
  alike: z.number(),
  of: z.number(),
  words: z.array(z.string()),
  isSure: z.boolean(),
  withdrawn: z.object({ right: z.number(), judged: z.number() }).nullable(),
  tribe: tribe.nullable(),
  team: named.nullable(),
  theme: theme.nullable(),
  customer: named.nullable(),
});
type Offered = z.output<typeof offered>;

/** Of what is still open of it, and of what is still there; the likeliest first. */
function listOffered(insightId: string): Promise<Offered[]> {
  return listRows(db(), offered)`
    SELECT p.kind, p.code, p.reason, p.alike, p.alike_of AS of, p.words,
      coalesce(p.likelihood >= s.threshold AND s.state = 'earned', false) AS "isSure",
      CASE WHEN s.state = 'withdrawn' THEN json_build_object('right', s."right", 'judged', s.judged) END AS withdrawn,
      CASE WHEN b.id IS NOT NULL THEN json_build_object('id', b.id, 'code', b.code, 'name', b.name, 'position', b.position) END AS tribe,
      CASE WHEN t.id IS NOT NULL THEN json_build_object('id', t.id, 'name', t.name) END AS team,
      CASE WHEN h.id IS NOT NULL THEN json_build_object('id', h.id, 'title', h.title, 'insights',
        (SELECT count(DISTINCT m.root_id) FROM ${hanging("theme_insight")} WHERE l.theme_id = h.id)) END AS theme,
      CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'name', o.name) END AS customer
    FROM proposal p JOIN insight i ON i.id = p.insight_id
    LEFT JOIN sureness s ON s.id = p.kind
    LEFT JOIN theme h ON h.id = p.theme_id AND h.archived_at IS NULL
    LEFT JOIN tribe b ON b.id = coalesce(p.tribe_id, h.tribe_id) AND b.archived_at IS NULL
    LEFT JOIN team t ON t.id = coalesce(p.team_id, h.team_id) AND t.tribe_id = b.id AND t.archived_at IS NULL
    LEFT JOIN organisation o ON o.id = p.organisation_id AND o.archived_at IS NULL
    WHERE p.insight_id = ${insightId}::uuid AND p.state = 'offered' AND p.kind <> 'duplicate'
      AND i.merged_into_id IS NULL AND i.answer IS NULL
      AND CASE p.kind
        WHEN 'tribe' THEN i.tribe_id IS NULL AND b.id IS NOT NULL
        WHEN 'theme' THEN b.id IS NOT NULL
        WHEN 'kind' THEN i.kind <> p.code
        WHEN 'language' THEN i.language IS NULL
        WHEN 'severity' THEN i.severity IS NULL AND i.kind = 'bug'
        WHEN 'customer' THEN o.id IS NOT NULL AND NOT EXISTS (SELECT FROM ${hanging("insight_organisation")} WHERE m.root_id = i.id)
        ELSE true END
      AND (p.kind NOT IN ('theme', 'new-theme') OR NOT EXISTS (
        SELECT FROM ${hanging("theme_insight")} JOIN theme x ON x.id = l.theme_id AND x.archived_at IS NULL WHERE m.root_id = i.id))
    ORDER BY p.kind, p.place, p.id`;
}

const because = ({ reason, alike, of, words }: Offered) => ({ reason, alike, of, words });

function tribeOf(rows: readonly Offered[]): Proposals["tribe"] {
  const isSure = rows[0]?.isSure ?? false;
  const options = rows.flatMap((row) =>
    row.tribe ? [{ tribe: row.tribe, team: row.team, ...because(row) }] : [],
  );
  return options.length === 0
    ? null
    : {
        isSure,
        withdrawn: rows[0]?.withdrawn ?? null,
        options: options.slice(0, isSure ? 1 : mostTribes),
      };
}

/** My team's first, else as likely as they are. */
function themesOf(viewer: Actor, rows: readonly Offered[]): Proposals["themes"] {
  const mine = new Set(viewer.kind === "person" ? viewer.hats.map(({ teamId }) => teamId) : []);
  const options = rows.flatMap((row) => {
    if (!row.theme || !row.tribe) return [];
    const { insights, ...known } = row.theme;
    const isMine = row.team !== null && mine.has(row.team.id);
    return [{ theme: known, tribe: row.tribe, team: row.team, isMine, insights, ...because(row) }];
  });
  return options.sort((a, b) => Number(b.isMine) - Number(a.isMine)).slice(0, mostThemes);
}

function newThemeOf([row]: readonly Offered[]): Proposals["newTheme"] {
  return row?.code ? { name: row.code, insights: row.alike, words: row.words } : null;
}

function codeOf<Code extends string>([row]: readonly Offered[], codes: readonly Code[]) {
  const code = codes.find((one) => one === row?.code);
  return row && code ? { code, ...because(row) } : null;
}

function severityOf([row]: readonly Offered[]): Proposals["severity"] {
  return row?.code ? { code: row.code, ...because(row) } : null;
}

function customerOf([row]: readonly Offered[]): Proposals["customer"] {
  return row?.customer ? { customer: row.customer, ...because(row) } : null;
}
