import { expect, expectAccessible, signInAs, test } from "#tests/support/app.ts";
import { at, row, type Story, sent } from "./acts.ts";

/** The inbox by one hand at a time: the mouse alone, the keys alone, a finger alone. All of it is taken back. */
export async function hands({ page }: Story): Promise<void> {
  const title = page.getByRole("complementary").getByRole("heading", { level: 2 });
  const dock = page.getByRole("group", { name: "Ce que tu peux faire" });
  const dialog = page.getByRole("dialog");

  const takeBack = async () => {
    await expect(page.getByRole("option")).toHaveCount(11);
    await page.getByRole("button", { name: "Annuler" }).last().click();
    await expect(page.getByRole("option")).toHaveCount(12);
  };

  await signInAs(page, at("louis.marchetti"));
  await page.goto("/insights");
  const first = row(page, "Rapport perdu en chaufferie");
  const second = row(page, "Deux taux de TVA");

  await test.step("by mouse alone: each act is where one reads, and the next one is there after it", async () => {
    await first.click();
    await expect(title).toContainText("Rapport perdu en chaufferie");
    await expectAccessible(page);
    await dock.getByRole("button", { name: "Terrain" }).click();
    await expect(first).toHaveCount(0);
    await expect(title).not.toContainText("Rapport perdu en chaufferie");
    await takeBack();
    await second.click({ button: "right" });
    const menu = page.getByRole("menu", { name: /^Pour INS-/ });
    await expect(menu).toBeVisible();
    await expectAccessible(page, "[role=menu]:popover-open");
    await menu.getByRole("menuitem", { name: "Planning" }).click();
    await expect(second).toHaveCount(0);
    await takeBack();
    await dock.getByRole("button", { name: "Répondre" }).click();
    await dialog.getByRole("radio", { name: "Existe déjà" }).check();
    await dialog.getByLabel("Où, dans tes mots").fill("Dans les rapports, par l’horloge");
    await dialog.getByRole("button", { name: "Répondre" }).click();
    await takeBack();
    await sent(page);
    expect(new URL(page.url()).pathname).toBe("/insights");
  });

  await test.step("by keys alone, which are letters while one writes", async () => {
    await page.getByRole("listbox").focus();
    await page.keyboard.press("j");
    await page.keyboard.press("Digit2");
    await expect(page.getByRole("option")).toHaveCount(11);
    await page.keyboard.press("h");
    await page.keyboard.press("Control+Enter");
    await expect(page.getByRole("option")).toHaveCount(10);
    await page.keyboard.press("c");
    await page.keyboard.type("1 2 3 d h m, et t ?");
    await expect(page.getByRole("textbox", { name: "Ton commentaire" })).toHaveValue(
      "1 2 3 d h m, et t ?",
    );
    await page.keyboard.press("Escape");
    await page.keyboard.press("z");
    await page.keyboard.press("z");
    await expect(page.getByRole("option")).toHaveCount(12);
    await sent(page);
  });

  await test.step("by a finger alone, on a phone: the text takes the list's place, and the list comes back", async () => {
    const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 };
    await page.setViewportSize({ width: 390, height: 844 });
    await first.click();
    await expect(page.getByRole("listbox")).toHaveCount(0);
    await expectAccessible(page);
    await dock.getByRole("button", { name: "Terrain" }).click();
    await expect(title).not.toContainText("Rapport perdu en chaufferie");
    await page.getByRole("button", { name: "Revenir à la liste" }).click();
    await takeBack();
    await sent(page);
    await page.setViewportSize({ width, height });
  });
}
