import type { Database } from "#lib/db.ts";

/** A draw that comes out the same for the same seed (mulberry32). */
export type Dice = {
  /** 0 to `most` - 1. */
  below: (most: number) => number;
  one: <T>(of: readonly T[]) => T | undefined;
  some: <T>(of: readonly T[], most: number) => T[];
};

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number) => Math.floor(next() * most);
  const one = <T>(of: readonly T[]) => of[below(of.length)];
  const some = <T>(of: readonly T[], most: number) =>
    Array.from({ length: 1 + below(most) }, () => one(of)).flatMap((found) => found ?? []);
  return { below, one, some };
}

const row = { id: true } as const;
const versioned = { id: true, version: true } as const;

/** What there is to act on, gone and archived things too: whoever acts may have an old screen before them. */
export async function poolOf(database: Database) {
  const last = { take: 60, orderBy: { id: "desc" } } as const;
  return {
    insights: await database.insight.findMany({
      select: { ...versioned, tribeId: true, answer: true, answeredAt: true, kind: true },
      ...last,
    }),
    themes: await database.theme.findMany({ select: versioned, ...last }),
    initiatives: await database.initiative.findMany({ select: versioned, ...last }),
    items: await database.roadmapItem.findMany({ select: versioned, ...last }),
    objectives: await database.objective.findMany({ select: versioned, ...last }),
    keyResults: await database.keyResult.findMany({ select: versioned, ...last }),
    checkIns: await database.checkIn.findMany({ select: row, ...last }),
    customers: await database.organisation.findMany({ select: { ...versioned, name: true } }),
    people: await database.person.findMany({ select: { ...versioned, name: true, email: true } }),
    hats: await database.hat.findMany({ select: row }),
    memberships: await database.membership.findMany({ select: row }),
    tribes: await database.tribe.findMany({ select: { ...versioned, code: true, name: true } }),
    teams: await database.team.findMany({ select: { ...versioned, name: true, tribeId: true } }),
    capacities: await database.capacity.findMany(),
    operations: await database.operation.findMany({
      select: { id: true, actorId: true },
      where: { actorId: { not: null } },
      orderBy: { at: "desc" },
      take: 200,
    }),
  };
}

export type Pool = Awaited<ReturnType<typeof poolOf>>;
