import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { iconSheet, sheetPath } from "#tests/support/icons/sheet.ts";

it("every icon that screens name is in the file they are drawn from, as npm run generate writes it", async () => {
  const sheet = readFileSync(sheetPath, "utf8");
  expect(sheet).toBe(await iconSheet());
  expect(sheet.match(/<symbol /g)?.length).toBeGreaterThan(50);
});
