import { quarterName } from "#lib/quarter.ts";
import { expect, expectAccessible, signInAs, test } from "#tests/support/app.ts";
import { at, quarter, type Story } from "./acts.ts";

/** What the company sees of it. */
export async function lookBack({ page }: Story): Promise<void> {
  await test.step("the CPO opens the dashboard; its numbers open their rows, a key opens another quarter", async () => {
    await page.goto(`/dashboards/${quarter}`);
    await expectAccessible(page);
    await expect(page.locator("main")).toContainText("Planning");
    await expect(page.locator("main")).toContainText("25 %");
    await page.keyboard.press("]");
    await page.waitForURL((url) => !url.pathname.endsWith(quarter));
    await expect(page.getByRole("button", { name: quarterName(quarter) })).toHaveCount(0);
    await page.keyboard.press("[");
    await page.waitForURL((url) => url.pathname.endsWith(quarter));
  });

  await test.step("a contributor hands in an insight and sees where it stands", async () => {
    await signInAs(page, at("salome.arnaud"));
    await page.goto("/hand-in");
    await expectAccessible(page);
    await page
      .locator("textarea")
      .first()
      .fill("Ventadour demande un export du planning vers Outlook, bloquant pour Brive.");
    await page.keyboard.press("Control+Enter");
    await expect(page.locator("main")).toContainText(/INS-\d+/);
    await page.reload();
    await expect(page.locator("main")).toContainText("Outlook");
    await expect(page.locator("main")).toContainText("Reçu, pas encore attribué");
  });

  await test.step("everything done is in the audit trail", async () => {
    await signInAs(page, at("ines.belkacem"));
    await page.goto("/audit");
    await expectAccessible(page);
    for (const name of ["Clara Vasseur", "Louis Marchetti", "Salomé Arnaud"])
      await expect(page.locator("main")).toContainText(name);
    await expect(page.locator("main")).toContainText("engagé");
  });

  await test.step("what the story did not enter is accessible too", async () => {
    for (const path of ["/", "/tribes", "/settings", "/settings/company", "/settings/people"]) {
      await page.goto(path);
      await expectAccessible(page);
    }
    await page.goto("/nowhere");
    await expectAccessible(page);
    await page.context().clearCookies();
    await page.goto("/sign-in");
    await expectAccessible(page);
  });
}
