import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { newCall } from "#lib/operations/write.ts";
import { moveItem, placeInitiative, resizeItem, takeOut } from "#lib/roadmap/writes/items.ts";
import { commitQuarter } from "#lib/roadmap/writes/quarter.ts";
import { castOn } from "#tests/support/cast.ts";
import { initiativeOn } from "#tests/support/roadmap.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
  await commitQuarter(cast.clara, { tribeId: cast.id.pla, quarter: "2026-Q4" }, newCall(now));
});

type Asked = { itemId: string; teamId: string };

test.each([
  ["moves", ({ itemId, teamId }: Asked) => moveItem(cast.louis, { itemId, teamId }, newCall(now))],
  [
    "resizes",
    ({ itemId }: Asked) => resizeItem(cast.louis, { itemId, effortHalfMonths: 9 }, newCall(now)),
  ],
  ["takes out", ({ itemId }: Asked) => takeOut(cast.louis, { itemIds: [itemId] }, newCall(now))],
])(
  "a PM who %s a card that its lead takes into a committed quarter at that moment changes nothing there",
  async (_, act) => {
    const teamId = cast.id.dispatch;
    const initiativeId = await initiativeOn(database, { title: "Moved meanwhile", teamId });
    const draft = { initiativeId, teamId, quarter: "2027-Q1" } as const;
    const { itemId } = await placeInitiative(cast.louis, draft, newCall(now));
    const { promise: held, resolve: isHeld } = Promise.withResolvers<void>();
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    // The lead's transaction has the Tribe, as each write of its lanes has.
    const lead = database.$transaction(async (tx) => {
      await tx.$executeRaw`SELECT 1 FROM tribe WHERE id = ${cast.id.pla}::uuid FOR NO KEY UPDATE`;
      await tx.$executeRaw`
      UPDATE roadmap_item SET quarter = '2026-Q4', version = version + 1 WHERE id = ${itemId}::uuid`;
      isHeld();
      await mayEnd;
    });
    await held;
    const asked = act({ itemId, teamId }).then(
      () => "done",
      (error: Error) => error.message.split(" ")[0],
    );
    await expect
      .poll(async () => {
        const waiting = await database.$queryRaw<unknown[]>`
        SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
        return waiting.length;
      })
      .toBeGreaterThan(0);
    end();
    await lead;
    expect(await asked).toBe("changed-meanwhile");
    const item = await database.roadmapItem.findUniqueOrThrow({ where: { id: itemId } });
    expect(item).toMatchObject({ quarter: "2026-Q4", version: 2 });
  },
);
