import { beforeAll, expect, test } from "vitest";
import { newCall } from "#lib/operations/write.ts";
import { readCompanySettings } from "#lib/settings/reads/settings.ts";
import { changeSetting } from "#lib/settings/writes.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";

const now = new Date("2026-11-16T09:00:00Z");
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  cast = await castOn(await useDatabase());
});

test("a company setting holds what we propose until Product Ops chooses", async () => {
  const before = await readCompanySettings(cast.ines);
  expect(before.uploadLimit).toEqual({ value: 2 * 1024 ** 3, version: 0 });
  const choice = { id: "revenue-visibility", value: "product", version: 0 } as const;
  await expect(changeSetting(cast.clara, choice, newCall(now))).rejects.toThrow("not-allowed");
  await changeSetting(cast.ines, choice, newCall(now));
  expect((await readCompanySettings(cast.ines)).revenueVisibility).toEqual({
    value: "product",
    version: 1,
  });
  await expect(changeSetting(cast.ines, choice, newCall(now))).rejects.toThrow("changed-meanwhile");
  await changeSetting(cast.ines, { ...choice, value: "all", version: 1 }, newCall(now));
  expect((await readCompanySettings(cast.ines)).revenueVisibility).toEqual({
    value: "all",
    version: 2,
  });
});
