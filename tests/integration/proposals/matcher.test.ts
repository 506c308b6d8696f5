import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { answerInsights } from "#lib/insights/writes/answer.ts";
import { mergeInsights, partInsights } from "#lib/insights/writes/merge.ts";
import { assignInsights } from "#lib/insights/writes/triage.ts";
import { newCall } from "#lib/operations/write.ts";
import { learnCompany, type Matcher, matcherOf } from "#lib/proposals/jobs.ts";
import { proposalsOf } from "#lib/proposals/reads/of-insight.ts";
import { findSureness } from "#lib/proposals/reads/sureness.ts";
import { holdMatcher } from "#lib/proposals/writes/held-matcher.ts";
import { refuseProposal } from "#lib/proposals/writes/refuse.ts";
import { createTheme } from "#lib/themes/writes/themes.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const at = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
let matcher: Matcher;
/** Passes, so that what there is to choose from is read anew. */
let time = at.getTime();

const clock = {
  now: () => {
    time += 10_000;
    return new Date(time);
  },
};

const said = (title: string, tribeId?: string) =>
  insightOn(database, cast.id.desk, { title, body: "", ...(tribeId ? { tribeId } : {}) });
const shown = (id: string) => proposalsOf(cast.louis, id, inParis(at));
const tribes = async (id: string) =>
  (await shown(id))?.tribe?.options.map(({ tribe }) => tribe.code) ?? [];
const duplicates = async (id: string) => (await shown(id))?.duplicates.map((one) => one.id) ?? [];
const lost = "Rapport perdu sans réseau en chaufferie";
const tours = "Tournée à refaire quand un technicien est absent";

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  for (let round = 10; round < 22; round += 1) {
    await said(`${lost} ${round}`, cast.id.ter);
    await said(`${tours} ${round}`, cast.id.pla);
  }
});

/** As it is after each restart. */
beforeEach(async () => {
  matcher = matcherOf(await learnCompany(), clock);
  await matcher.begin();
  await matcher.once();
});

test("What arrives is proposed to the Tribe to which those like it went, and why", async () => {
  const id = await said("Encore un rapport perdu sans réseau");
  expect(await shown(id)).toBeNull();
  await matcher.once();
  const [first] = (await shown(id))?.tribe?.options ?? [];
  expect(first).toMatchObject({ tribe: { code: "TER" }, reason: "alike", of: 15 });
  expect(first?.alike).toBeGreaterThan(9);
  expect(await database.proposalDue.count()).toBe(0);
});

test("What several lines wait for is looked at once, whatever order they are in", async () => {
  const ids = [await said("Rapport perdu sans réseau"), await said("Un technicien est absent")];
  await database.insight.updateMany({ where: { id: { in: ids } }, data: { kind: "request" } });
  await matcher.once();
  expect(await Promise.all(ids.map(tribes))).toMatchObject([["TER"], ["PLA"]]);
});

test("A decision withdraws what was proposed, and says something of those like it", async () => {
  const title = "Signature refusée sur tablette Samsung";
  const [one, other] = [await said(title), await said(title)];
  await matcher.once();
  await assignInsights(cast.louis, { ids: [one], tribeId: cast.id.pla }, newCall(at));
  await matcher.once();
  expect(await tribes(one)).toEqual([]);
  expect((await tribes(other))[0]).toBe("PLA");
});

test("What was decided and taken back is proposed again", async () => {
  const id = await said(`${lost} encore`);
  await matcher.once();
  const call = newCall(at);
  await assignInsights(cast.louis, { ids: [id], tribeId: cast.id.ter }, call);
  await matcher.once();
  await undoOperation(cast.louis, { operationId: call.operationId }, newCall(at));
  await matcher.once();
  expect((await tribes(id))[0]).toBe("TER");
});

test("What somebody said no to is proposed no more, after a restart neither", async () => {
  const [one, twin] = [await said("Badge perdu au dépôt"), await said("Badge perdu au dépôt")];
  await matcher.once();
  expect(await duplicates(one)).toContain(twin);
  await refuseProposal(
    cast.louis,
    { insightId: one, kind: "duplicate", target: twin },
    newCall(at),
  );
  const [first] = (await shown(one))?.tribe?.options ?? [];
  const target = first?.tribe.id ?? "";
  await refuseProposal(cast.louis, { insightId: one, kind: "tribe", target }, newCall(at));
  await database.insight.updateMany({ where: { id: one }, data: { body: "Encore un." } });
  const later = matcherOf(await learnCompany(), clock);
  await later.begin();
  await later.once();
  expect(await duplicates(one)).not.toContain(twin);
  expect(await duplicates(twin)).not.toContain(one);
  expect(await tribes(one)).not.toContain(first?.tribe.code);
});

test("What is merged is no duplicate any more, and is one again once it is parted", async () => {
  const [one, twin] = [await said("Clé de camion cassée"), await said("Clé de camion cassée")];
  await matcher.once();
  await mergeInsights(cast.louis, { ids: [twin], intoId: one }, newCall(at));
  await matcher.once();
  const third = await said("Clé de camion cassée");
  await matcher.once();
  expect(await duplicates(third)).toEqual([one]);
  await partInsights(cast.louis, { ids: [twin] }, newCall(at));
  await matcher.once();
  await matcher.once();
  expect((await duplicates(third)).toSorted()).toEqual([one, twin].toSorted());
});

test("Of what is answered, and of what is gone, nothing is proposed", async () => {
  const [answered, gone] = [await said(`${lost} 98`), await said(`${lost} 99`)];
  await matcher.once();
  await answerInsights(cast.louis, { ids: [answered], answer: "exists", note: "Là" }, newCall(at));
  await database.insight.delete({ where: { id: gone } });
  await matcher.once();
  const left = await database.proposal.count({
    where: { insightId: { in: [answered, gone] }, state: "offered" },
  });
  expect(left).toBe(0);
  expect(await database.proposalDue.count()).toBe(0);
});

test("A theme that somebody made is proposed to those like what it holds", async () => {
  const title = "Photos floues sur le compte rendu";
  const [one, other] = [await said(title), await said(title)];
  await createTheme(
    cast.louis,
    {
      ...{ title: "Photos floues", description: "", tribeId: cast.id.ter },
      ...{ teamId: cast.id.mobile, insightIds: [one] },
    },
    newCall(at),
  );
  await matcher.once();
  const options = (await shown(other))?.themes ?? [];
  expect(options[0]).toMatchObject({
    ...{ theme: { title: "Photos floues" }, tribe: { code: "TER" }, reason: "alike" },
    ...{ team: { name: "Mobile" }, insights: 1 },
  });
});

test("Somebody's work is not waited for: what they hold is looked at when they are done", async () => {
  const id = await said(`${lost} tenu`);
  await database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT FROM insight WHERE id = ${id}::uuid FOR UPDATE`;
    await matcher.once();
    expect(await tribes(id)).toEqual([]);
  });
  await matcher.once();
  expect((await tribes(id))[0]).toBe("TER");
});

test("How far it may be trusted is kept with each decision", async () => {
  const before = await findSureness(cast.louis);
  const id = await said(`${lost} compté`);
  await matcher.once();
  await assignInsights(cast.louis, { ids: [id], tribeId: cast.id.ter }, newCall(at));
  await matcher.once();
  const after = await findSureness(cast.louis);
  expect(after).toMatchObject({ state: "not-yet", decided: before.decided + 1 });
});

test("One matcher at a time proposes for a company", async () => {
  const held = await holdMatcher();
  expect(held?.isHeld()).toBe(true);
  expect(await holdMatcher()).toBeNull();
  await held?.leave();
  const next = await holdMatcher();
  expect(next).not.toBeNull();
  await next?.leave();
});
