import { expect, expectAccessible, expectGoodDialog, signInAs, test } from "#tests/support/app.ts";
import { at, command, quarter, row, type Story, sent } from "./acts.ts";

/** From the inbox to a Tribe, to a team, to a theme and its initiative. */
export async function triage({ page, app }: Story): Promise<void> {
  await test.step("a PM opens Today, then the inbox, finds one by its words and gives it to a Tribe", async () => {
    await signInAs(page, at("louis.marchetti"));
    await expectAccessible(page);
    await page.goto("/insights");
    await expect(page.getByRole("option")).toHaveCount(12);
    await expectAccessible(page);
    await page.getByRole("searchbox").first().fill("exportees");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=exportees/);
    await expect(page.getByRole("option")).toHaveCount(1);
    await page.goto("/insights");
    await row(page, "Rapport perdu en chaufferie").click();
    await page.keyboard.press("Digit1");
    await expect(row(page, "Rapport perdu en chaufferie")).toHaveCount(0);
    await page.keyboard.press("z");
    await expect(row(page, "Rapport perdu en chaufferie")).toHaveCount(1);
    await row(page, "Rapport perdu en chaufferie").click();
    await page.keyboard.press("Digit1");
    await expect(row(page, "Rapport perdu en chaufferie")).toHaveCount(0);
    await sent(page);
    await page.reload();
    await expect(page.getByRole("option")).toHaveCount(11);
  });

  await test.step("every dialog of the inbox opens by its key and gives the focus back", async () => {
    const list = page.getByRole("listbox");
    await list.focus();
    for (const key of ["a", "e", "d", "h", "m", "t", "?", "Control+k"])
      await expectGoodDialog(page, () => page.keyboard.press(key), list);
    const filter = page.getByRole("button", { name: "Filtrer" });
    await expectGoodDialog(page, () => filter.press("Enter"), filter);
    await list.focus();
    await page.keyboard.press("c");
    await expect(page.getByRole("textbox", { name: "Ton commentaire" })).toBeFocused();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/insights\/INS-\d+$/);
    await expectAccessible(page);
    const more = page.getByRole("button", { name: "Autres actions" });
    await expectGoodDialog(page, () => more.press("Enter"), more);
    await page.goto("/insights");
  });

  await test.step("on a French keyboard the same physical key does the same", async () => {
    await row(page, "Deux taux de TVA").click();
    // AZERTY: the key of the digit 1 types &.
    await page.evaluate(() =>
      window.dispatchEvent(
        new KeyboardEvent("keydown", { key: "&", code: "Digit1", bubbles: true }),
      ),
    );
    await expect(row(page, "Deux taux de TVA")).toHaveCount(0);
    await sent(page);
  });

  await test.step("a contributor shares nothing out, whatever the screen shows", async () => {
    await signInAs(page, at("salome.arnaud"));
    expect((await page.goto(`/distribution/${quarter}`))?.status()).toBe(404);
    expect((await page.goto("/insights"))?.status()).toBe(404);
    const shares = { insightIds: [app.id.desk], teamId: app.id.dispatch, quarter };
    const gives = { ids: [app.id.desk], tribeId: app.id.pla };
    const refused = { ok: false, error: { key: "not-allowed" } };
    expect(await command(page, "insight.share-out", shares)).toMatchObject(refused);
    expect(await command(page, "insight.assign", gives)).toMatchObject(refused);
  });

  await test.step("the Lead PM shares out, and a PM claims from the pool", async () => {
    await signInAs(page, at("clara.vasseur"));
    await page.goto(`/distribution/${quarter}?tribe=PLA`);
    await expect(page.locator("main")).toContainText("Rapport perdu en chaufferie");
    await expectAccessible(page);
    await page.getByText("Rapport perdu en chaufferie").first().click();
    await page.keyboard.press("Digit1");
    await sent(page);
    await signInAs(page, at("aissatou.diop"));
    await page.goto(`/distribution/${quarter}?tribe=PLA`);
    await page.getByText("Deux taux de TVA").first().click();
    await page.keyboard.press("c");
    await sent(page);
  });

  await test.step("the team's PM groups insights under a theme and makes an initiative of it", async () => {
    await signInAs(page, at("louis.marchetti"));
    await page.goto(`/insights?state=all&q=${encodeURIComponent("chaufferie")}`);
    await row(page, "Rapport perdu en chaufferie").click();
    await page.keyboard.press("t");
    const dialog = page.getByRole("dialog");
    await dialog
      .getByRole("combobox")
      .or(dialog.getByRole("textbox"))
      .first()
      .fill("Rapports perdus en sous-sol");
    await expectAccessible(page);
    await page.keyboard.press("Enter");
    await dialog.getByRole("button", { name: "Créer et ranger" }).click();
    await expect(dialog).toHaveCount(0);
    await sent(page);
    await page.goto("/themes");
    await expectAccessible(page);
    await page.getByRole("link", { name: "Rapports perdus en sous-sol" }).click();
    await expect(page.locator("main")).toContainText("reperdu leur compte rendu");
    await expectAccessible(page);
    await page.keyboard.press("c");
    await page.keyboard.type("Entendu aussi au salon.");
    await page.keyboard.press("Control+Enter");
    await sent(page);
    await expect(page.getByRole("list", { name: "Commentaires" })).toContainText("Louis Marchetti");
    await page.locator("main").locator('a[href^="/initiatives/new"]').first().click();
    await page.waitForURL(/\/initiatives\/new/);
    await page.getByLabel("Titre").fill("Ne plus jamais perdre un rapport");
    await page.getByLabel("Impact team").selectOption(app.id.dispatch ?? "");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Créer l’initiative" }).click();
    await page.waitForURL(/\/initiatives\/\d+$/);
  });
}
