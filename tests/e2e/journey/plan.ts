import { expect, expectAccessible, expectGoodDialog, signInAs, test } from "#tests/support/app.ts";
import {
  at,
  command,
  dragFromTray,
  factor,
  makeObjective,
  newInitiative,
  placeFromTray,
  quarter,
  type Story,
  sent,
} from "./acts.ts";

/** From a score to a committed quarter that serves key results. */
export async function plan({ page, app }: Story): Promise<void> {
  await test.step("scores it with RICE: no score until all four are there", async () => {
    await expect(page.locator("main")).toContainText("Pas de score tant qu’il manque");
    await factor(page, "Reach", "420", "les 6 agences");
    await factor(page, "Impact", "300");
    await factor(page, "Confiance", "80");
    await expect(page.locator("main")).toContainText("Pas de score tant qu’il manque");
    await factor(page, "Effort", "6");
    await expect(page.locator("main")).toContainText("168");
    await expect(page.locator("main")).toContainText("les 6 agences");
    await expectAccessible(page);
  });

  await test.step("Lead PM and Engineering Manager place it within capacity and the gauge follows", async () => {
    await signInAs(page, at("rachel.oduya"));
    const teamId = app.id.dispatch ?? "";
    await newInitiative(page, "Nouvel index de recherche", { kind: "tech", teamId });
    for (const name of ["Modifier", "Archiver"]) {
      const button = page.getByRole("button", { name, exact: true });
      await expectGoodDialog(page, () => button.press("Enter"), button);
    }
    await factor(page, "Effort", "2");
    await page.goto(`/roadmap/${quarter}?tribe=PLA`);
    await expectAccessible(page);
    await placeFromTray(page, "Ne plus jamais perdre un rapport");
    await dragFromTray(page, "Nouvel index de recherche", teamId);
    // Tech 2 of 8 person-months.
    await expect(page.locator("main")).toContainText("25 %");
    await sent(page);
    await page.reload();
    await expect(page.locator("main")).toContainText("25 %");
    await expectAccessible(page);
  });

  await test.step("a Lead PM of another Tribe can't commit it", async () => {
    await signInAs(page, at("yanis.ould.amar"));
    const refused = await command(page, "roadmap.commit", { tribeId: app.id.pla, quarter });
    expect(refused).toMatchObject({ ok: false, error: { key: "not-allowed" } });
    await page.goto(`/roadmap/${quarter}?tribe=PLA`);
    await expect(page.getByRole("button", { name: /Engager Planning/ })).toHaveCount(0);
  });

  await test.step("the Lead PM of the Tribe commits it", async () => {
    await signInAs(page, at("clara.vasseur"));
    await page.goto(`/roadmap/${quarter}?tribe=PLA`);
    const commit = page.getByRole("button", { name: /Engager Planning/ });
    await expectGoodDialog(page, () => commit.press("Enter"), commit);
    for (const name of [/^Fourchette/, /^Capacité de Dispatch/]) {
      const limits = page.locator("main").getByRole("button", { name }).first();
      await expectGoodDialog(page, () => limits.press("Enter"), limits);
    }
    await commit.click();
    await page.getByRole("dialog").getByRole("button", { name: "Engager" }).click();
    await sent(page);
    await page.reload();
    await expect(page.locator("main")).toContainText("engagé le");
  });

  await test.step("links it to a key result and to its epic", async () => {
    await signInAs(page, at("bastien.queyroy"));
    await page.goto(`/okrs/${quarter}`);
    await expectAccessible(page);
    await makeObjective(page);
    await page.goto("/initiatives");
    await expectAccessible(page);
    await page.getByRole("link", { name: "Ne plus jamais perdre un rapport" }).click();
    await page.getByRole("region", { name: "Contribue à" }).getByRole("button").first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox").selectOption({ index: 1 });
    await expectAccessible(page);
    await dialog.locator("button[type=submit]").click();
    await expect(page.locator("main")).toContainText("Rapports perdus à la synchro");
    await page.getByRole("button", { name: "Relier à un epic Jira" }).click();
    await dialog.locator("input[name=epicKey]").fill("TER-41");
    await dialog.locator("button[type=submit]").click();
    await expect(page.locator("main")).toContainText("TER-41");
  });
}
