import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { keepComments } from "#lib/desks/writes/comments.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { fileOf, importFile } from "./importing.ts";
import { takingBack } from "./taking-back.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;
beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});
const { undo } = takingBack(() => ({ database, cast }));

const header = "Issue key,Issue id,Summary,Updated,Comment,Comment";
const early = "2026-03-02 10:00";
const row = (updated: string, ...comments: string[]) =>
  `COM-1,901,Lost report,${updated},${[...comments, ""].slice(0, 2).join(",")}`;

const said = async () =>
  (
    await database.ticketComment.findMany({
      where: { ticket: { source: { name: "Comments" } } },
      orderBy: { createdAt: "asc" },
    })
  ).map(({ authorName, body, isInternal }) => [authorName, body, isInternal]);

test("what was said on a ticket comes with its file, once, and goes with it", async () => {
  await importFile(await fileOf(header, row(early, "2026-03-02 10:05;Ana;Gone again")), "Comments");
  expect(await said()).toEqual([["Ana", "Gone again", true]]);
  const second = await importFile(
    await fileOf(
      header,
      row(
        "2026-03-03 10:00",
        "2026-03-02 10:05;Ana;Gone again",
        "2026-03-03 09:00;Bo;Found;Public",
      ),
    ),
    "Comments",
  );
  expect(second).toMatchObject({ updated: 1 });
  expect(await said()).toEqual([
    ["Ana", "Gone again", true],
    ["Bo", "Found", false],
  ]);
  await undo(second.id);
  expect(await said()).toEqual([["Ana", "Gone again", true]]);
});

test("a desk that is asked itself takes the place of what its file told", async () => {
  const { id: sourceId } = await database.source.findUniqueOrThrow({ where: { name: "Comments" } });
  const at = new Date("2026-03-02T09:05:30Z");
  await keepComments({ tx: database }, sourceId, [
    {
      ...{ issueId: "901", externalId: "10001", body: "Gone again", internal: false },
      ...{ createdAt: at, updatedAt: at, author: { displayName: "Ana Ruiz" } },
    },
  ]);
  expect(await said()).toEqual([["Ana Ruiz", "Gone again", false]]);
});
