import { expect, expectAccessible, signInAs, test } from "#tests/support/app.ts";
import { at, file, type Story } from "./acts.ts";

/** A real export comes in, once. */
export async function bringIn({ page }: Story): Promise<void> {
  await test.step("Product Ops uploads the desk's export", async () => {
    await signInAs(page, at("ines.belkacem"));
    await page.goto("/imports");
    await expectAccessible(page);
    await page.locator("input[type=file]").setInputFiles(file("journey.csv"));
    await page.getByLabel("Source").fill("Service desk");
    await page.getByRole("button", { name: "Importer", exact: true }).click();
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(
      "12 lignes sur 13 sont entrées",
    );
    await expectAccessible(page);
  });

  await test.step("the same file again changes nothing", async () => {
    await page.goto("/imports");
    await page.locator("input[type=file]").setInputFiles(file("journey.csv"));
    await page.getByLabel("Source").fill("Service desk");
    await page.getByRole("button", { name: "Importer", exact: true }).click();
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("12 lignes sur 13");
    await expect(page.locator("main")).toContainText(/0\s*nouvel insight/);
  });
}
