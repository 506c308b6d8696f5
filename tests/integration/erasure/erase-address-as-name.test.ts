import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { findRequesterId } from "#lib/customers/reads/requesters.ts";
import type { Database } from "#lib/db.ts";
import { carryOutErasure } from "#lib/erasure/writes/carry-out.ts";
import { eraseRequester } from "#lib/erasure/writes/erase.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { paris } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { take } from "../export/taking.ts";
import { fileOf, importFile, monday } from "../imports/importing.ts";
import { rowsThatSay } from "./rows-that-say.ts";

const now = monday;
let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= "a secret of these tests, long enough";
  database = await useDatabase();
  cast = await castOn(database);
});

async function erase(who: string) {
  const requesterId = (await findRequesterId(cast.ines, who)) ?? "";
  const { id } = await eraseRequester(cast.ines, { requesterId }, newCall(now));
  await carryOutErasure(id, { now: () => now, timeZone: paris });
}

/** Files of an export, by whoever sees most, in which this stands. */
async function filesThatSay(text: string): Promise<string[]> {
  const folder = await take(cast.ines);
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const said = files
    .filter((file) => file.isFile())
    .map(async ({ parentPath, name }) => {
      const content = await readFile(join(parentPath, name), "utf8");
      return content.toLowerCase().includes(text) ? [name] : [];
    });
  return (await Promise.all(said)).flat();
}

const header = "Issue key,Summary,Description,Reporter,Creator,Updated";

test("an address that stands as the reporter's name goes with whose it is, and stays away", async () => {
  const address = "Nadege.Aubry@ventadour.example";
  const rows = (day: string) => [
    `RA-1,Export lost,Please call ${address},${address},${address},0${day}/11/2026 10:00`,
    `RA-2,Slow page,"From nadege.aubry@ventadour.example, again",nadege.aubry@ventadour.example,Marc Petit,0${day}/11/2026 10:00`,
    `RA-3,No access,Nothing,Nadège Aubry <${address}>,Marc Petit,0${day}/11/2026 10:00`,
  ];
  const dates = { dates: "dmy" } as const;
  await importFile(await fileOf(header, ...rows("1")), "By address", dates);
  await importFile(
    await fileOf(
      "Issue key,Summary,Reporter,Reporter Id",
      `RB-1,By id,${address},5b10ac8d82e05b22`,
    ),
    "By id",
  );
  await importFile(await fileOf(header, ...rows("2")), "By address", dates);
  expect(await rowsThatSay(database, "nadege.aubry")).not.toEqual([]);
  expect(await filesThatSay("nadege.aubry")).toContain("tickets.csv");

  await erase(address);
  expect(await rowsThatSay(database, "nadege.aubry")).toEqual([]);

  await importFile(await fileOf(header, ...rows("3")), "By address", dates);
  await importFile(
    await fileOf("Issue key,Summary,Reporter", `RC-1,Elsewhere,${address}`),
    "Another desk",
  );
  expect(await rowsThatSay(database, "nadege.aubry")).toEqual([]);
  expect(await filesThatSay("nadege.aubry")).toEqual([]);
  const kept = await database.ticket.findFirstOrThrow({ where: { key: "RA-3" } });
  expect(kept).toMatchObject({ title: "No access", reporterName: null, reporterKey: null });
});

test("who is a colleague by the address that stands as the reporter's name is not forgotten", async () => {
  const { email } = await database.person.findUniqueOrThrow({ where: { id: cast.clara.id } });
  await importFile(
    await fileOf("Issue key,Summary,Reporter", `RD-1,From inside,${email}`),
    "Inside desk",
  );
  const asked = await database.requester.findFirstOrThrow({ where: { personId: cast.clara.id } });
  expect(asked.externalKey).toBe(`name:${email}`);
  await expect(erase(email)).rejects.toThrow("requester-is-colleague");
});
