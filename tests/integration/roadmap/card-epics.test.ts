import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { newCall } from "#lib/operations/write.ts";
import { findRoadmap } from "#lib/roadmap/reads/roadmap.ts";
import { placeInitiative } from "#lib/roadmap/writes/items.ts";
import { commitQuarter } from "#lib/roadmap/writes/quarter.ts";
import { castOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { initiativeOn } from "#tests/support/roadmap.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
const quarter = "2026-Q4";
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  const [wrong, right] = await Promise.all(
    ["without", "with"].map((name) =>
      database.source.create({
        data: { name, kind: "jira-cloud", siteUrl: `https://${name}.atlassian.example` },
      }),
    ),
  );
  const epic = { key: "LIV-42", readAt: now };
  await database.epic.create({
    data: { ...epic, sourceId: wrong?.id ?? "", failure: { key: "epic-not-found", params: {} } },
  });
  await database.epic.create({
    data: {
      ...{ ...epic, sourceId: right?.id ?? "", externalId: "10042", status: "En cours" },
      ...{ childrenDone: 7, childrenTotal: 12, dueOn: new Date("2026-12-18") },
    },
  });
});

async function linked(title: string, epicKey: string | null) {
  const teamId = cast.id.dispatch;
  const id = await initiativeOn(database, { title, teamId, rice: [310, 200, 80, 4] });
  await database.initiative.update({ where: { id }, data: { epicKey } });
  return id;
}

test("a card tells how its Jira epic stands, as the desk that has it said, placed or to place", async () => {
  const placed = await linked("Deliver the signed report", "LIV-42");
  await placeInitiative(
    cast.louis,
    { initiativeId: placed, teamId: cast.id.dispatch, quarter },
    newCall(now),
  );
  await linked("Read the meter by photo", "LIV-43");
  await linked("No epic", null);
  const { tribes, tray } = await findRoadmap(cast.ines, quarter, inParis(now));
  const cards = tribes.flatMap(({ lanes }) => lanes.flatMap((lane) => lane.cards));
  expect(cards.map((card) => card.epic)).toEqual([
    {
      ...{ key: "LIV-42", read: "yes", status: "En cours", done: 7, total: 12 },
      ...{ startsOn: null, dueOn: "2026-12-18" },
    },
  ]);
  const waiting = new Map(tray.map((card) => [card.title, card.epic]));
  expect(waiting.get("Read the meter by photo")).toMatchObject({ key: "LIV-43", read: "no" });
  expect(waiting.get("No epic")).toBeNull();
});

test("a kept picture is of the plan alone: how an epic stood is not in it", async () => {
  await commitQuarter(cast.clara, { tribeId: cast.id.pla, quarter }, newCall(now));
  const kept = await database.roadmapPicture.findFirstOrThrow();
  expect(JSON.stringify(kept.picture)).toContain("Deliver the signed report");
  expect(JSON.stringify(kept.picture)).not.toContain("LIV-42");
});
