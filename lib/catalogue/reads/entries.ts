import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise, can } from "#lib/auth/policy.ts";
import { entryAnswers, isAdrift, isOld, quarterSaid } from "#lib/catalogue/answers.ts";
import type { EntryFilters } from "#lib/catalogue/schema.ts";
import { askOf, type Entry } from "#lib/catalogue/views.ts";
import { db } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { currentQuarter, type Moment } from "#lib/quarter.ts";
import { quarter } from "#lib/sql/columns.ts";
import { findRow, listRows } from "#lib/sql/rows.ts";
import { likeText } from "#lib/text.ts";

const row = z.object({
  id: z.guid(),
  title: z.string(),
  words: z.array(z.string()),
  answer: z.enum(entryAnswers),
  quarter: quarter.nullable(),
  toSay: z.string(),
  limits: z.string(),
  place: z.string(),
  helpUrl: z.string().nullable(),
  videoUrl: z.string().nullable(),
  trainingUrl: z.string().nullable(),
  teamId: z.guid().nullable(),
  team: z.string().nullable(),
  initiativeId: z.guid().nullable(),
  initiativeNumber: z.number().nullable(),
  initiativeTitle: z.string().nullable(),
  /** Quarters that the initiative is on the roadmap for. */
  planned: z.array(quarter),
  isDraft: z.boolean(),
  verifiedAt: z.date().nullable(),
  verifiedBy: z.string().nullable(),
  isArchived: z.boolean(),
  version: z.number(),
});

const columns = Prisma.sql`
  e.id::text AS id, e.title, e.words, e.answer, e.quarter, e.to_say AS "toSay", e.limits, e.place, e.help_url AS "helpUrl",
  e.video_url AS "videoUrl", e.training_url AS "trainingUrl", e.team_id::text AS "teamId", t.name AS team,
  i.id::text AS "initiativeId", i.number AS "initiativeNumber", i.title AS "initiativeTitle",
  (SELECT coalesce(array_agg(DISTINCT r.quarter), '{}') FROM roadmap_item r
    WHERE r.initiative_id = i.id AND i.archived_at IS NULL) AS planned,
  e.is_draft AS "isDraft", e.verified_at AS "verifiedAt", p.name AS "verifiedBy", e.archived_at IS NOT NULL AS "isArchived",
  e.version`;
const joined = Prisma.sql`
  catalogue_entry e LEFT JOIN team t ON t.id = e.team_id LEFT JOIN initiative i ON i.id = e.initiative_id
  LEFT JOIN person p ON p.id = e.verified_by_id`;

/** What is not archived, by its title; drafts for those who may finish them. */
export async function listEntries(
  viewer: Actor,
  filters: EntryFilters,
  at: Moment,
): Promise<Entry[]> {
  authorise(viewer, "catalogue:read");
  const rows = await listRows(db(), row)`
    SELECT ${columns} FROM ${joined}
    WHERE e.archived_at IS NULL AND ${isKnown(viewer)} ${conditions(filters)}
    ORDER BY unaccented(lower(e.title)), e.id`;
  return rows.map((one) => entryOf(one, at)).filter((entry) => isOnly(entry, filters.only));
}

/** One of them, an archived one too; null where there is none that the viewer knows of. */
export async function findEntry(viewer: Actor, id: string, at: Moment): Promise<Entry | null> {
  authorise(viewer, "catalogue:read");
  const found = await findRow(db(), row)`
    SELECT ${columns} FROM ${joined} WHERE e.id = ${id}::uuid AND ${isKnown(viewer)}`;
  return found && entryOf(found, at);
}

function entryOf(found: z.output<typeof row>, at: Moment): Entry {
  const { planned, quarter: written, ...others } = found;
  const { initiativeId, initiativeNumber, initiativeTitle, ...rest } = others;
  const initiative =
    initiativeId !== null && initiativeNumber !== null && initiativeTitle !== null
      ? { id: initiativeId, number: initiativeNumber, title: initiativeTitle }
      : null;
  const when = { answer: rest.answer, quarter: written, planned: initiative && planned };
  const current = currentQuarter(at);
  return {
    ...rest,
    initiative,
    quarter: quarterSaid(when, current),
    quarterWritten: written,
    isAdrift: isAdrift(when, current),
    isOld: isOld(rest.verifiedAt, at.now),
  };
}

function isOnly(entry: Entry, only: EntryFilters["only"]): boolean {
  if (only === undefined) return true;
  const ask = askOf(entry);
  return only === "drafts" ? ask === "draft" : ask === "old" || ask === "adrift";
}

function isKnown(viewer: Actor): Prisma.Sql {
  return can(viewer, "catalogue:edit") ? Prisma.sql`true` : Prisma.sql`NOT e.is_draft`;
}

function conditions({ q, answer, team }: EntryFilters): Prisma.Sql {
  const words = (q ?? "").split(/\s+/).filter(Boolean).slice(0, 10);
  const parts = [
    answer ? Prisma.sql`AND e.answer = ${answer}` : Prisma.empty,
    team ? Prisma.sql`AND e.team_id = ${team}::uuid` : Prisma.empty,
    ...words.map((word) => Prisma.sql`AND ${says(word)}`),
  ];
  return Prisma.join(parts, " ");
}

/** In what it is called, case and accents aside. */
function says(word: string): Prisma.Sql {
  const called = Prisma.sql`e.title || ' ' || array_to_string(e.words, ' ')`;
  return Prisma.sql`unaccented(lower(${called})) LIKE unaccented(lower(${`%${likeText(word)}%`}))`;
}
