import { Client } from "pg";
import { z } from "zod";
import { type Adviser, adviser } from "#lib/proposals/advice/adviser.ts";
import type { KnownInsight, Offer } from "#lib/proposals/advice/known.ts";
import { proposalKinds } from "#lib/proposals/kinds.ts";
import { listChoices } from "#lib/proposals/reads/choices.ts";
import { listPageToMatch, listToMatch } from "#lib/proposals/reads/to-match.ts";
import { quarterOf } from "#lib/quarter.ts";
import { share } from "./share.ts";

type Tally = { tested: number; first: number; within: number; sure: number; sureRight: number };
type Now = { state: string; threshold: number | null };

const pageSize = 500;
/** Rightness "now" is that of so many. */
const lately = 400;
const mostMerged = 500;
const mostSaid = 5000;

/**
 * Goes through a company's own history in the order in which insights were said: proposes for each as if nobody had
 * decided anything of it, is told what people decided, and learns it, as at work. Then everything that people said no to
 * is asked once more, as if they had not.
 */
export async function judge(databaseUrl: string, timeZone: string) {
  const choices = await listChoices();
  const names = new Map(choices.tribes.map(({ id, name }) => [id, name]));
  const mind = adviser();
  mind.choose(choices);
  const overTime = new Map<string, Tally>();
  const byTribe = new Map<string, Tally>();
  const last: { tribe: string; rank: number; isSure: boolean }[] = [];
  const themes = tally();
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for await (const one of allInsights()) {
      const now = sureness(mind);
      const offers = propose(mind, one);
      const tribe = names.get(one.tribeId ?? "");
      if (tribe !== undefined && one.tribeId !== null) {
        const rank = rankOf(offers, "tribe", [one.tribeId]);
        const isSure = isCalledSure(offers, now);
        const quarter = quarterOf(new Date(one.saidAt), timeZone);
        for (const [where, key] of [
          [overTime, `${quarter} ${tribe}`] as const,
          [byTribe, tribe] as const,
        ])
          count(where, key, rank, isSure);
        last.push({ tribe, rank, isSure });
        if (last.length > lately) last.shift();
      }
      if (one.themes.length > 0) add(themes, rankOf(offers, "theme", one.themes), false);
      mind.take(one);
    }
    const now = tally();
    for (const { rank, isSure } of last) add(now, rank, isSure);
    return {
      now: { ...told(now), sureness: sureness(mind) },
      tribes: ordered(byTribe).map(([tribe, one]) => ({ tribe, ...told(one) })),
      overTime: ordered(overTime).map(([key, one]) => {
        const [quarter = "", ...tribe] = key.split(" ");
        return { quarter, tribe: tribe.join(" "), ...told(one) };
      }),
      themes: {
        tested: themes.tested,
        first: share(themes.first, themes.tested),
        within2: share(themes.within, themes.tested),
      },
      duplicates: await judgeMerges(mind, client),
      refusals: await judgeRefusals(mind, client),
    };
  } finally {
    await client.end();
  }
}

async function* allInsights(): AsyncGenerator<KnownInsight> {
  let last: KnownInsight | null = null;
  do {
    const page: KnownInsight[] = await listPageToMatch(last, pageSize);
    yield* page;
    last = page.length < pageSize ? null : (page.at(-1) ?? null);
  } while (last !== null);
}

/** As it came, before anybody decided anything of it. */
function propose(mind: Adviser, one: KnownInsight): Offer[] {
  const fresh = {
    ...one,
    tribeId: null,
    teamId: null,
    themes: [],
    answer: null,
    mergedIntoId: null,
  };
  mind.take(fresh, { isLearnt: false, isJudged: false });
  mind.learnTopics();
  return mind.advise(fresh, () => false);
}

/** 0 is the first; -1 none of them. */
function rankOf(offers: readonly Offer[], kind: Offer["kind"], right: readonly string[]): number {
  return offers
    .filter((one) => one.kind === kind)
    .findIndex(({ target }) => right.includes(target));
}

function isCalledSure(offers: readonly Offer[], { state, threshold }: Now): boolean {
  const first = offers.find(({ kind }) => kind === "tribe");
  return state === "earned" && threshold !== null && (first?.likelihood ?? 0) >= threshold;
}

function sureness(mind: Adviser): Now {
  const { sure } = mind.trust();
  const threshold = sure.state === "not-yet" ? null : Number(sure.threshold.toFixed(3));
  return { state: sure.state, threshold };
}

const merged = z.array(z.object({ id: z.string(), into: z.string() }));

/** What people merged: whether the one it went into was among the three likeliest. */
async function judgeMerges(mind: Adviser, client: Client) {
  const { rows } = await client.query(
    `SELECT id::text AS id, merged_into_id::text AS into FROM insight WHERE merged_into_id IS NOT NULL
     ORDER BY said_at DESC LIMIT $1`,
    [mostMerged],
  );
  const pairs = merged.parse(rows);
  const found = await listToMatch(pairs.map(({ id }) => id));
  const into = new Map(pairs.map((pair) => [pair.id, pair.into]));
  let within = 0;
  for (const one of found) {
    if (rankOf(propose(mind, one), "duplicate", [into.get(one.id) ?? ""]) >= 0) within += 1;
    mind.forget(one.id);
  }
  return { merged: found.length, within3: share(within, found.length) };
}

const said = z.array(
  z.object({ insightId: z.string(), kind: z.enum(proposalKinds), target: z.string() }),
);

/** What people said no to: how often it would be the first thing said again, were their no not kept. */
async function judgeRefusals(mind: Adviser, client: Client) {
  const { rows } = await client.query(
    `SELECT insight_id::text AS "insightId", kind,
       coalesce(tribe_id::text, theme_id::text, other_id::text, organisation_id::text, code) AS target
     FROM proposal WHERE state = 'refused' ORDER BY id DESC LIMIT $1`,
    [mostSaid],
  );
  const all = said.parse(rows);
  const known = new Map(
    (await listToMatch(all.map(({ insightId }) => insightId))).map((one) => [one.id, one]),
  );
  const counts = new Map<string, { said: number; again: number }>();
  for (const { insightId, kind, target } of all) {
    const one = known.get(insightId);
    if (!one || one.mergedIntoId !== null) continue;
    const tallied = counts.get(kind) ?? { said: 0, again: 0 };
    counts.set(kind, tallied);
    tallied.said += 1;
    // Not by what was decided of itself since.
    mind.forget(insightId);
    if (rankOf(propose(mind, one), kind, [target]) === 0) tallied.again += 1;
    mind.take(one, { isLearnt: true, isJudged: false });
  }
  return Object.fromEntries(counts);
}

const tally = (): Tally => ({ tested: 0, first: 0, within: 0, sure: 0, sureRight: 0 });

function add(to: Tally, rank: number, isSure: boolean): void {
  to.tested += 1;
  if (rank === 0) to.first += 1;
  if (rank === 0 || rank === 1) to.within += 1;
  if (isSure) to.sure += 1;
  if (isSure && rank === 0) to.sureRight += 1;
}

function count(where: Map<string, Tally>, key: string, rank: number, isSure: boolean): void {
  const known = where.get(key) ?? tally();
  where.set(key, known);
  add(known, rank, isSure);
}

const told = ({ tested, first, within, sure, sureRight }: Tally) => ({
  ...{ tested, top1: share(first, tested), top2: share(within, tested) },
  ...{ sure: share(sure, tested), sureRight: share(sureRight, sure) },
});

const ordered = (all: ReadonlyMap<string, Tally>) =>
  [...all].sort(([a], [b]) => a.localeCompare(b));
