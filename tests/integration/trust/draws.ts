import type { CommandName } from "#lib/commands.ts";
import { answers, insightKinds } from "#lib/insights/kinds.ts";
import { shiftQuarter } from "#lib/quarter.ts";
import type { Dice, Pool } from "./pool.ts";

// What anybody might ask for, of anything there is: most of it is refused, and none of it may break a rule.

const quarters = [-2, -1, 0, 1, 2].map((steps) => shiftQuarter("2026-Q4", steps));
const epics = ["ABC-1", "ABC-2", "ABC-3", null];
const days = ["2026-09-01", "2026-11-16", "2026-11-30", "2026-12-15", "2027-02-01", "2027-06-01"];

type Draw = (of: Pool, dice: Dice) => unknown;

const id = (of: readonly { id: string }[], dice: Dice) => dice.one(of)?.id;
const ids = (of: readonly { id: string }[], dice: Dice, most = 3) =>
  dice.some(of, most).map((one) => one.id);
/** Now and then an older one, as a screen that was open for long would send. */
const version = (of: { version: number } | undefined, dice: Dice) =>
  Math.max(1, (of?.version ?? 1) - (dice.below(5) === 0 ? 1 : 0));
const place = (dice: Dice, { tribes, teams }: Pool) =>
  [{}, { tribeId: id(tribes, dice) }, { teamId: id(teams, dice) }][dice.below(3)];

export const draws = {
  "insight.assign": (of, dice) => ({
    ...{ ids: ids(of.insights, dice), tribeId: id(of.tribes, dice), reason: "Theirs." },
  }),
  "insight.return": (of, dice) => {
    const some = dice.some(of.insights, 3);
    return {
      ids: some.map((one) => one.id),
      was: Object.fromEntries(some.flatMap((one) => (one.tribeId ? [[one.id, one.tribeId]] : []))),
    };
  },
  "insight.answer": (of, dice) => ({
    ids: ids(of.insights, dice),
    answer: dice.one(answers),
    note: "Because.",
    initiativeId: id(of.initiatives, dice),
  }),
  "insight.reopen": (of, dice) => {
    const some = dice.some(of.insights, 3);
    return {
      ids: some.map((one) => one.id),
      was: Object.fromEntries(
        some.flatMap((one) =>
          one.answer
            ? [[one.id, { answer: one.answer, at: one.answeredAt?.toISOString() ?? null }]]
            : [],
        ),
      ),
    };
  },
  "insight.snooze": (of, dice) => ({
    ids: ids(of.insights, dice),
    until: dice.one([...days, null]),
  }),
  "insight.merge": (of, dice) => ({ ids: ids(of.insights, dice), intoId: id(of.insights, dice) }),
  "insight.part": (of, dice) => ({ ids: ids(of.insights, dice) }),
  "insight.split": (of, dice) => ({ id: id(of.insights, dice), parts: [{ body: "A part." }] }),
  "insight.edit-title": (of, dice) => {
    const one = dice.one(of.insights);
    return { id: one?.id, version: version(one, dice), title: `Title ${dice.below(9)}` };
  },
  "insight.edit-kind": (of, dice) => {
    const some = dice.some(of.insights, 3);
    return {
      ids: some.map((one) => one.id),
      kind: dice.one(insightKinds),
      was: Object.fromEntries(some.map((one) => [one.id, one.kind])),
    };
  },
  "insight.hand-in": () => ({ body: "It is slow." }),
  "insight.share-out": (of, dice) => ({
    ...{ insightIds: ids(of.insights, dice), teamId: id(of.teams, dice) },
    quarter: dice.one(quarters),
  }),
  "insight.unshare": (of, dice) => {
    const insightIds = ids(of.insights, dice);
    const was = Object.fromEntries(insightIds.map((one) => [one, id(of.teams, dice)]));
    return { insightIds, quarter: dice.one(quarters), was };
  },
  "insight.claim": (of, dice) => ({
    ...{ insightIds: ids(of.insights, dice), teamId: id(of.teams, dice) },
    quarter: dice.one(quarters),
  }),
  "theme.create": (of, dice) => {
    const team = dice.one(of.teams);
    return {
      ...{ title: "Lost reports", tribeId: id(of.tribes, dice) },
      teamId: dice.one([null, team?.id]),
      insightIds: ids(of.insights, dice),
    };
  },
  "theme.edit": (of, dice) => {
    const one = dice.one(of.themes);
    const moves = dice.below(2) === 0;
    return {
      ...{ themeId: one?.id, version: version(one, dice), title: "Reports" },
      ...(moves ? { tribeId: id(of.tribes, dice), teamId: id(of.teams, dice) } : {}),
    };
  },
  "theme.group": (of, dice) => ({
    themeId: id(of.themes, dice),
    insightIds: ids(of.insights, dice),
  }),
  "theme.ungroup": (of, dice) => ({
    ...{ themeId: id(of.themes, dice), insightIds: ids(of.insights, dice) },
  }),
  "theme.archive": (of, dice) => ({ themeId: id(of.themes, dice) }),
  "initiative.create": (of, dice) => ({
    ...{ title: "Keep reports", kind: "product", origin: "bottom-up", teamId: id(of.teams, dice) },
    themeIds: ids(of.themes, dice, 2),
  }),
  "initiative.edit": (of, dice) => {
    const one = dice.one(of.initiatives);
    return {
      ...{
        initiativeId: one?.id,
        version: version(one, dice),
        kind: dice.one(["product", "tech"]),
      },
      teamId: id(of.teams, dice),
    };
  },
  "initiative.score": (of, dice) => {
    const one = dice.one(of.initiatives);
    return {
      ...{ initiativeId: one?.id, version: version(one, dice), reason: null },
      ...(dice.one([
        { factor: "impact", value: 200 },
        { factor: "impact", value: null },
        { factor: "confidence", value: 80 },
        { factor: "confidence", value: 50 },
      ]) ?? {}),
    };
  },
  "initiative.link-epic": (of, dice) => {
    const one = dice.one(of.initiatives);
    return { initiativeId: one?.id, version: version(one, dice), epicKey: dice.one(epics) };
  },
  "initiative.link-key-results": (of, dice) => ({
    ...{ initiativeId: id(of.initiatives, dice), keyResultIds: ids(of.keyResults, dice, 2) },
  }),
  "initiative.unlink-key-results": (of, dice) => ({
    ...{ initiativeId: id(of.initiatives, dice), keyResultIds: ids(of.keyResults, dice, 2) },
  }),
  "initiative.archive": (of, dice) => ({ initiativeIds: ids(of.initiatives, dice, 2) }),
  "roadmap.place": (of, dice) => ({
    ...{ initiativeId: id(of.initiatives, dice), teamId: id(of.teams, dice) },
    quarter: dice.one(quarters),
  }),
  "roadmap.move": (of, dice) => {
    const one = dice.one(of.items);
    return {
      ...{ itemId: one?.id, version: version(one, dice), teamId: id(of.teams, dice) },
      quarter: dice.one(quarters),
    };
  },
  "roadmap.resize": (of, dice) => {
    const one = dice.one(of.items);
    return { itemId: one?.id, version: version(one, dice), effortHalfMonths: 1 + dice.below(12) };
  },
  "roadmap.take-out": (of, dice) => ({ itemIds: ids(of.items, dice, 2) }),
  "capacity.set": (of, dice) => {
    const [teamId, quarter] = [id(of.teams, dice), dice.one(quarters)];
    const found = of.capacities.find((one) => one.teamId === teamId && one.quarter === quarter);
    return {
      ...{ teamId, quarter, version: found?.version ?? 0 },
      ...{ halfMonths: 4 + dice.below(20), reserveHalfMonths: dice.below(4) },
    };
  },
  "roadmap.commit": (of, dice) => ({ tribeId: id(of.tribes, dice), quarter: dice.one(quarters) }),
  "roadmap.withdraw": (of, dice) => ({ tribeId: id(of.tribes, dice), quarter: dice.one(quarters) }),
  "roadmap.close": (of, dice) => ({ tribeId: id(of.tribes, dice), quarter: dice.one(quarters) }),
  "roadmap.reopen": (of, dice) => ({ tribeId: id(of.tribes, dice), quarter: dice.one(quarters) }),
  "objective.create": (of, dice) => ({
    ...{ quarter: dice.one(quarters), title: "Faster", commitment: "committed" },
    parentId: dice.one([null, id(of.objectives, dice) ?? null]),
    ...dice.one([
      { level: "company" },
      { level: "department", tribeId: id(of.tribes, dice) },
      { level: "individual", isShared: dice.below(2) === 0 },
    ]),
    keyResults: [{ title: "Calls", direction: "more", start: 0, target: 10, unit: null }],
  }),
  "objective.edit": (of, dice) => {
    const one = dice.one(of.objectives);
    return {
      ...{ id: one?.id, version: version(one, dice), title: "Sooner", commitment: "aspirational" },
      ...{
        parentId: dice.one([null, id(of.objectives, dice) ?? null]),
        isShared: dice.below(2) === 0,
      },
    };
  },
  "objective.archive": (of, dice) => {
    const one = dice.one(of.objectives);
    return { id: one?.id, version: version(one, dice) };
  },
  "key-result.check-in": (of, dice) => ({
    keyResultId: id(of.keyResults, dice),
    value: dice.below(12),
  }),
  "key-result.retract": (of, dice) => ({ id: id(of.checkIns, dice) }),
  "key-result.archive": (of, dice) => {
    const one = dice.one(of.keyResults);
    return { id: one?.id, version: version(one, dice) };
  },
  "customer.save": (of, dice) => {
    const one = dice.one(of.customers);
    return dice.below(2) === 0
      ? { name: `Customer ${dice.below(12)}`, state: "customer" }
      : {
          ...{ id: one?.id, version: version(one, dice), state: "customer" },
          name: `Customer ${dice.below(12)}`,
        };
  },
  "customer.merge": (of, dice) => ({
    keepId: id(of.customers, dice),
    otherId: id(of.customers, dice),
  }),
  "customer.part": (of, dice) => ({ id: id(of.customers, dice) }),
  "person.edit": (of, dice) => {
    const one = dice.one(of.people);
    return {
      ...{ id: one?.id, version: version(one, dice), name: one?.name, email: one?.email },
      managerId: dice.one([null, id(of.people, dice) ?? null]),
    };
  },
  "person.deactivate": (of, dice) => (dice.below(6) === 0 ? { id: id(of.people, dice) } : {}),
  "hat.give": (of, dice) => ({
    personId: id(of.people, dice),
    code: dice.one(["pm", "lead-pm", "deputy", "csm", "product-ops", "qa"]),
    ...place(dice, of),
    ...{ startsOn: dice.one(days), endsOn: dice.one([...days, null]) },
  }),
  "hat.take": (of, dice) => ({ hatId: id(of.hats, dice), endsOn: dice.one(days) }),
  "membership.start": (of, dice) => ({
    ...{ personId: id(of.people, dice), teamId: id(of.teams, dice), role: "developer" },
    startsOn: dice.one(days),
  }),
  "membership.end": (of, dice) => ({
    membershipId: id(of.memberships, dice),
    endsOn: dice.one(days),
  }),
  "team.save": (of, dice) => {
    const one = dice.one(of.teams);
    return {
      ...{ id: one?.id, version: version(one, dice), name: one?.name },
      tribeId: id(of.tribes, dice),
    };
  },
  "team.archive": (of, dice) => {
    const one = dice.one(of.teams);
    return dice.below(8) === 0 ? { id: one?.id, version: version(one, dice) } : {};
  },
  "tribe.save": (_of, dice) => ({
    ...{ code: dice.one(["ONE", "TWO", "SIX"]), name: `Tribe ${dice.below(5)}` },
  }),
  "tribe.archive": (of, dice) => {
    const one = dice.one(of.tribes);
    return { id: one?.id, version: version(one, dice) };
  },
  "comment.write": (of, dice) => ({ on: "theme", id: id(of.themes, dice), body: "So it is." }),
} as const satisfies Partial<Record<CommandName, Draw>>;
