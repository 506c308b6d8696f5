import { expect, type Page, test } from "@playwright/test";
import { type App, withApp } from "#tests/support/app.ts";
import { freePort } from "#tests/support/free-port.ts";
import { startProvider } from "#tests/support/provider.ts";

async function enterAs(page: Page, app: App, login: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${app.url}/sign-in`);
  await page.getByRole("button", { name: /Soupape/ }).click();
  await page.locator("input[name=login]").fill(login);
  await page.locator("input[name=password]").fill("anything");
  await page.locator("button[type=submit]").click();
  await page.locator("button[type=submit]").click();
}

test("a company's people come in by its own provider", async ({ page }) => {
  const port = await freePort();
  const provider = await startProvider(`http://127.0.0.1:${port}/api/auth/callback/company`);
  await withApp({ ...provider.settings, TRIBUNE_E2E_PORT: String(port) }, async (app) => {
    await test.step("somebody known is themselves", async () => {
      await enterAs(page, app, "clara.vasseur");
      await page.waitForURL(`${app.url}/`);
      await expect(page.getByRole("button", { name: /Clara Vasseur/ })).toBeVisible();
    });
    await test.step("a colleague who is new comes in as a contributor", async () => {
      await enterAs(page, app, "ariane.nouvelle");
      await page.waitForURL(`${app.url}/`);
      await expect(page.getByRole("button", { name: /ariane nouvelle/ })).toBeVisible();
      expect((await page.goto(`${app.url}/insights`))?.status()).toBe(404);
    });
    await test.step("an unverified address stays outside, with a sentence", async () => {
      await enterAs(page, app, "rachel.oduya-unverified");
      await page.waitForURL(/\/sign-in/);
      await expect(page.locator("#sign-in-problem")).toContainText("n’a pas vérifié cette adresse");
    });
  });
  await provider.stop();
});
