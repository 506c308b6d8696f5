import "server-only";
import { type Adviser, adviser } from "#lib/proposals/advice/adviser.ts";
import type { KnownInsight } from "#lib/proposals/advice/known.ts";
import { listChoices } from "#lib/proposals/reads/choices.ts";
import { type Due, findRefusals, listDue, listNewestInInbox } from "#lib/proposals/reads/due.ts";
import { findNthDecided, listPageToMatch, listToMatch } from "#lib/proposals/reads/to-match.ts";
import { offer } from "#lib/proposals/writes/offer.ts";
import { keepSureness } from "#lib/proposals/writes/sureness.ts";
import { proposalsBell } from "#lib/proposals/writes/tell.ts";

// The matcher at work: it knows the company by heart, looks at what came and at what people decided, and leaves what it
// would say in the database, from where every instance shows it.

const pageSize = 500;
/** So that what comes meanwhile waits for a second at most. */
const mostAtOnce = 40;
const mostInSight = 200;
const chosenForMs = 5_000;
/** So many decisions later those in sight are looked at again. */
const decisionsUntilAgain = 20;
/** What is decided before has no say any more. */
const mostLearnt = 6_000;
/** The last of them judge: somewhat more than are counted. */
const mostJudged = 600;

type Clock = { now: () => Date };

/** Learns the whole company, page by page, from what was said first to what was said last. */
export async function learnCompany(signal?: AbortSignal): Promise<Adviser> {
  const mind = adviser();
  mind.choose(await listChoices());
  const [learntFrom, judgedFrom] = [
    (await findNthDecided(mostLearnt)) ?? 0,
    (await findNthDecided(mostJudged)) ?? 0,
  ];
  let last: KnownInsight | null = null;
  do {
    const page: KnownInsight[] = await listPageToMatch(last, pageSize);
    for (const one of page)
      mind.take(one, { isLearnt: one.saidAt > learntFrom, isJudged: one.saidAt > judgedFrom });
    last = page.length < pageSize ? null : (page.at(-1) ?? null);
  } while (last !== null && !signal?.aborted);
  mind.learnTopics();
  return mind;
}

export type Matcher = ReturnType<typeof matcherOf>;

/** Of a company that was learnt. */
export function matcherOf(mind: Adviser, { now }: Clock) {
  /** To be looked at again when nothing new waits. */
  const again = new Set<string>();
  const bell = proposalsBell({ now });
  let chosenAt = now().getTime();
  let undigested = 0;

  /** Everything that is due, the newest first. */
  async function lookAtDue(signal?: AbortSignal): Promise<void> {
    while (!signal?.aborted) {
      const due = await listDue(mostAtOnce);
      if (due.length === 0) break;
      await chooseAnew();
      const left = await tryAll(due);
      // Somebody is at work on all of them: they are not waited for.
      if (left === new Set(due.map(({ insightId }) => insightId)).size) break;
    }
  }

  /** Some of those on which something else was decided meanwhile. */
  async function lookAgain(): Promise<void> {
    const some = [...again].slice(0, mostAtOnce);
    for (const id of some) again.delete(id);
    if (some.length > 0) await lookAt(some, []);
  }

  /** @returns how many of them wait on, for whoever works on them. */
  async function tryAll(due: readonly Due[]): Promise<number> {
    const each = Map.groupBy(due, ({ insightId }) => insightId);
    try {
      return (await lookAt([...each.keys()], due)).length;
    } catch {
      let left = 0;
      for (const [id, own] of each) left += await tryOne(id, own);
      return left;
    }
  }

  /** One that can't be looked at is given up: the others would wait for ever. */
  async function tryOne(id: string, due: readonly Due[]): Promise<number> {
    try {
      return (await lookAt([id], due)).length;
    } catch (error) {
      await offer([], due);
      console.error(`proposals of ${id}:`, error);
      return 0;
    }
  }

  async function lookAt(ids: readonly string[], due: readonly Due[]): Promise<string[]> {
    const found = await listToMatch(ids);
    const there = new Set(found.map(({ id }) => id));
    for (const id of ids) if (!there.has(id)) mind.forget(id);
    const decided = found.filter((one) => mind.take(one));
    mind.learnTopics();
    const refusalsOf = await findRefusals(ids);
    const advised = found.map((one) => ({
      insightId: one.id,
      offers: mind.advise(one, refusalsOf(one.id)),
    }));
    const gone = ids.filter((id) => !there.has(id)).map((insightId) => ({ insightId, offers: [] }));
    const left = await offer([...advised, ...gone], due);
    bell.owe();
    if (due.length > 0) await spread(decided, advised);
    return left;
  }

  /** A decision says something of those alike; what is new may be the duplicate of what waits. */
  async function spread(
    decided: readonly KnownInsight[],
    advised: readonly { offers: readonly { kind: string; target: string }[] }[],
  ): Promise<void> {
    for (const { id } of decided) for (const other of mind.openLike(id)) again.add(other);
    for (const { offers } of advised)
      for (const { kind, target } of offers) if (kind === "duplicate") again.add(target);
    undigested += decided.length;
    if (decided.length > 0) await keepSureness(mind.trust(), now());
    if (undigested < decisionsUntilAgain) return;
    await lookAgainAtInbox();
  }

  async function lookAgainAtInbox(): Promise<void> {
    undigested = 0;
    for (const id of await listNewestInInbox(mostInSight)) again.add(id);
  }

  async function chooseAnew(): Promise<void> {
    const at = now().getTime();
    if (at - chosenAt < chosenForMs) return;
    chosenAt = at;
    mind.choose(await listChoices());
  }

  return {
    /** As it begins: how far it may be trusted, and those in sight by what it knows now. */
    async begin(): Promise<void> {
      await keepSureness(mind.trust(), now());
      await lookAgainAtInbox();
    },
    async once(signal?: AbortSignal): Promise<void> {
      await lookAtDue(signal);
      await lookAgain();
      await bell.ring();
    },
  };
}
