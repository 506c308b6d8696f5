import { beforeAll, describe, expect, it } from "vitest";
import type { PersonActor } from "#lib/auth/actor.ts";
import type { Database } from "#lib/db.ts";
import { shareOut } from "#lib/distribution/writes.ts";
import { undoOperation } from "#lib/history/writes.ts";
import { createInitiative } from "#lib/initiatives/writes/initiatives.ts";
import { assignInsights } from "#lib/insights/writes/triage.ts";
import { newCall } from "#lib/operations/write.ts";
import { giveHat, takeHat } from "#lib/people/writes/hats.ts";
import { placeInitiative } from "#lib/roadmap/writes/items.ts";
import { setBand, setCapacity } from "#lib/roadmap/writes/limits.ts";
import { closeQuarter, commitQuarter } from "#lib/roadmap/writes/quarter.ts";
import { createTheme, groupInsights } from "#lib/themes/writes/themes.ts";
import { castOn, insightOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
const quarter = "2026-Q4";
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

const withoutHats = (actor: PersonActor): PersonActor => ({ ...actor, hats: [] });
const undo = (actor: PersonActor, operationId: string) =>
  undoOperation(actor, { operationId }, newCall(now));

async function placed(title: string, actor = cast.louis) {
  const { id: initiativeId } = await createInitiative(
    actor,
    { title, kind: "product", origin: "bottom-up", teamId: cast.id.dispatch, themeIds: [] },
    newCall(now),
  );
  const call = newCall(now);
  await placeInitiative(actor, { initiativeId, teamId: cast.id.dispatch, quarter }, call);
  return call.operationId;
}

describe("taking back one's own act", () => {
  it("needs the right that the act needed: without its hat nobody takes a triage back", async () => {
    const id = await insightOn(database, cast.id.desk, {});
    const call = newCall(now);
    await assignInsights(cast.louis, { ids: [id], tribeId: cast.id.pla }, call);
    await expect(undo(withoutHats(cast.louis), call.operationId)).rejects.toThrow("not-allowed");
    await undo(cast.louis, call.operationId);
    expect(await database.insight.findUnique({ where: { id } })).toMatchObject({ tribeId: null });
  });

  it("gives no hat back to whoever is Product Ops no more", async () => {
    const given = newCall(now);
    const hat = { code: "product-ops", tribeId: null, teamId: null, departmentId: null } as const;
    const dates = { startsOn: "2026-01-01", endsOn: null };
    const { id } = await giveHat(
      cast.ines,
      { personId: cast.louis.id, ...hat, ...dates },
      newCall(now),
    );
    await takeHat(cast.ines, { hatId: id ?? "", endsOn: null }, given);
    await expect(undo(withoutHats(cast.ines), given.operationId)).rejects.toThrow("not-allowed");
  });

  it("leaves somebody who may change the settings", async () => {
    const call = newCall(now);
    const hat = { code: "product-ops", tribeId: null, teamId: null, departmentId: null } as const;
    await giveHat(
      cast.ines,
      { personId: cast.bastien.id, ...hat, startsOn: "2026-01-01", endsOn: null },
      call,
    );
    const own = await database.hat.findFirst({ where: { personId: cast.ines.id } });
    await takeHat(cast.ines, { hatId: own?.id ?? "", endsOn: null }, newCall(now));
    await expect(undo(cast.ines, call.operationId)).rejects.toThrow("last-admin");
    await database.hat.update({ where: { id: own?.id ?? "" }, data: { endsOn: null } });
  });

  it("is for the leads of the Tribe that a limit or a sharing belongs to", async () => {
    const insightId = await insightOn(database, cast.id.desk, {});
    await assignInsights(cast.louis, { ids: [insightId], tribeId: cast.id.pla }, newCall(now));
    const [capacity, again, band, shared] = [
      newCall(now),
      newCall(now),
      newCall(now),
      newCall(now),
    ];
    const place = { teamId: cast.id.dispatch, quarter } as const;
    const limits = { ...place, halfMonths: 20, reserveHalfMonths: 2 };
    await setCapacity(cast.clara, limits, capacity);
    await setCapacity(cast.clara, { ...limits, halfMonths: 30 }, again);
    const narrow = { low: 22, high: 40 };
    await setBand(cast.clara, { perimeter: "tribe", tribeId: cast.id.pla, band: narrow }, band);
    await shareOut(cast.clara, { insightIds: [insightId], ...place }, shared);
    const elsewhere = { ...cast.clara, hats: cast.yanis.hats };
    for (const { operationId } of [shared, band, again, capacity])
      await expect(undo(elsewhere, operationId)).rejects.toThrow("not-allowed");
    for (const { operationId } of [shared, band, again, capacity])
      await undo(cast.clara, operationId);
    expect(await database.sharing.count({ where: { insightId } })).toBe(0);
  });

  it("is no way around a commitment: a committed quarter is its leads' alone, a closed one nobody's", async () => {
    const [one, two] = [await placed("Une"), await placed("Deux", cast.clara)];
    const lane = { tribeId: cast.id.pla, quarter } as const;
    await commitQuarter(cast.clara, lane, newCall(now));
    await expect(undo(cast.louis, one)).rejects.toThrow("quarter-committed");
    await undo(cast.clara, two);
    await closeQuarter(cast.clara, lane, newCall(new Date("2026-12-30T09:00:00Z")));
    await expect(undo(cast.clara, one)).rejects.toThrow(/undo-not-yours|quarter-closed/);
    await expect(undo(cast.louis, one)).rejects.toThrow("quarter-closed");
  });

  it("says that something was built on it, and fails in no other way", async () => {
    const insightId = await insightOn(database, cast.id.desk, {});
    const call = newCall(now);
    const { id: themeId } = await createTheme(
      cast.louis,
      { title: "Socle", description: "", tribeId: cast.id.pla, insightIds: [] },
      call,
    );
    await groupInsights(cast.louis, { themeId, insightIds: [insightId] }, newCall(now));
    await expect(undo(cast.louis, call.operationId)).rejects.toThrow("undo-changed-since");
    expect(await database.themeInsight.count({ where: { themeId } })).toBe(1);
  });
});
