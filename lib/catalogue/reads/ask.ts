import "server-only";
import { z } from "zod";
import type { Actor, PersonActor } from "#lib/auth/actor.ts";
import { authorise, can } from "#lib/auth/policy.ts";
import { answerableEntry, answerableInitiative } from "#lib/catalogue/ask/answerable.ts";
import {
  type Answerable,
  type Document,
  documentOf,
  type IndexOfAnswers,
  indexOfAnswers,
} from "#lib/catalogue/ask/index-of-answers.ts";
import type { AskSaid, EntryFound } from "#lib/catalogue/asked.ts";
import { findEntry } from "#lib/catalogue/reads/entries.ts";
import { db } from "#lib/db.ts";
import { currentQuarter, type Moment } from "#lib/quarter.ts";
import { listRows, oneRow } from "#lib/sql/rows.ts";

const nearShown = 3;

/** What is known of a question, in whichever of the two languages it is asked. */
export async function answerQuestion(
  viewer: PersonActor,
  question: string,
  at: Moment,
): Promise<AskSaid> {
  authorise(viewer, "catalogue:read");
  const { entries, initiatives } = await currentIndexes();
  const { found, isSure } = entries.ask(question);
  const shown = found.slice(0, nearShown + (isSure ? 1 : 0));
  const [read, plans] = await Promise.all([
    Promise.all(shown.map(({ id }) => findEntry(viewer, id, at))),
    listPlans(
      initiatives
        .ask(question)
        .found.slice(0, nearShown)
        .map(({ id }) => id),
      at,
    ),
  ]);
  const said = read.map((entry) =>
    entry && !entry.isArchived && !entry.isDraft ? foundOf(entry) : null,
  );
  // What was sure and is gone meanwhile is no answer, and the next one isn't either.
  const [first = null, ...others] = said;
  const direct = isSure ? first : null;
  const near = (direct ? others : said).filter((entry) => entry !== null);
  // Quarters are for whoever may see the plan.
  const initiativesFound = can(viewer, "plan:read")
    ? plans
    : plans.map(({ number, title }) => ({ number, title }));
  return { direct, near, initiatives: initiativesFound };
}

const mostPlaces = 4;
const place = z.object({ id: z.guid(), title: z.string() });

/** Where it exists already, the likeliest first: entries that say yes, to these words. */
export async function listPlacesLike(viewer: Actor, text: string) {
  authorise(viewer, "catalogue:read");
  const { entries } = await currentIndexes();
  const ids = entries.ask(text).found.map(({ id }) => id);
  if (ids.length === 0) return [];
  return listRows(db(), place)`
    SELECT id::text AS id, title FROM catalogue_entry
    WHERE id = ANY (${ids}::uuid[]) AND answer IN ('yes', 'partly') AND archived_at IS NULL
    ORDER BY array_position(${ids}::uuid[], id) LIMIT ${mostPlaces}`;
}

type Read = NonNullable<Awaited<ReturnType<typeof findEntry>>>;

function foundOf(entry: Read): EntryFound {
  const { id, title, answer, quarter, toSay, limits, place, verifiedBy, isOld } = entry;
  const verifiedAt = entry.verifiedAt?.toISOString() ?? null;
  return { id, title, answer, quarter, toSay, limits, place, verifiedAt, verifiedBy, isOld };
}

const plan = z.object({ number: z.number(), title: z.string(), planned: z.string().nullable() });

async function listPlans(ids: readonly string[], at: Moment) {
  if (ids.length === 0) return [];
  return listRows(db(), plan)`
    SELECT i.number, i.title, (SELECT min(r.quarter) FROM roadmap_item r
      WHERE r.initiative_id = i.id AND r.quarter >= ${currentQuarter(at)}) AS planned
    FROM initiative i WHERE i.id = ANY (${[...ids]}::uuid[]) AND i.archived_at IS NULL
    ORDER BY array_position(${[...ids]}::uuid[], i.id)`;
}

type Indexes = { entries: IndexOfAnswers; initiatives: IndexOfAnswers };

/** Cut texts by what they are of and which version: they stay so. What is no longer asked for is forgotten. */
let documents = new Map<string, Document>();
let latest: { stamp: string; database: unknown; indexes: Indexes } | undefined;

const stamped = z.object({ stamp: z.string() });

/** Made anew where something was written since, by whichever instance; of what stayed as it was nothing is cut again. */
async function currentIndexes(): Promise<Indexes> {
  const { stamp } = await oneRow(db(), stamped)`
    SELECT (SELECT count(*) || ' ' || coalesce(sum(version), 0) || ' ' || coalesce(max(id::text), '') FROM catalogue_entry) || ' ' ||
      (SELECT count(*) || ' ' || coalesce(sum(version), 0) || ' ' || coalesce(max(id::text), '') FROM initiative) AS stamp`;
  if (latest?.stamp === stamp && latest.database === db()) return latest.indexes;
  const [entries, initiatives] = await Promise.all([listAnswerable(), listInitiatives()]);
  const cut = new Map<string, Document>();
  const indexes = {
    entries: indexOfAnswers(entries.map((one) => cutOnce(one, cut))),
    initiatives: indexOfAnswers(initiatives.map((one) => cutOnce(one, cut))),
  };
  documents = cut;
  latest = { stamp, database: db(), indexes };
  return indexes;
}

type Versioned = Answerable & { version: number };

function cutOnce({ version, ...answerable }: Versioned, kept: Map<string, Document>): Document {
  const key = `${answerable.id} ${version}`;
  const document = documents.get(key) ?? documentOf(answerable);
  kept.set(key, document);
  return document;
}

const text = z.object({ id: z.guid(), version: z.number(), title: z.string() });
const entryText = text.extend({
  words: z.array(z.string()),
  toSay: z.string(),
  limits: z.string(),
  place: z.string(),
});

const initiativeText = text.extend({ problem: z.string() });

async function listAnswerable(): Promise<Versioned[]> {
  const rows = await listRows(db(), entryText)`
    SELECT id::text AS id, version, title, words, to_say AS "toSay", limits, place
    FROM catalogue_entry WHERE archived_at IS NULL AND NOT is_draft`;
  return rows.map((row) => ({ ...answerableEntry(row, []), version: row.version }));
}

async function listInitiatives(): Promise<Versioned[]> {
  const rows = await listRows(db(), initiativeText)`
    SELECT id::text AS id, version, title, problem FROM initiative WHERE archived_at IS NULL`;
  return rows.map((row) => ({ ...answerableInitiative(row), version: row.version }));
}
