import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectGoodDialog, signInAs, test } from "#tests/support/app.ts";

// From a real export to a committed quarter, each person doing their part, changing user as people do. One story:
// each step needs the one before.

const quarter = quarterOfToday();
const at = (name: string) => `${name}@soupape.example`;
const row = (page: Page, title: string | RegExp) =>
  page.getByRole("option").filter({ hasText: title });
const file = (name: string) => join(import.meta.dirname, "../fixtures/imports", name);

test.use({ company: "journey" });
test.describe.configure({ mode: "serial" });

test("from the desk's export to a committed quarter", async ({ page, app }) => {
  watchCommands(page);

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
    const input = { insightIds: [app.id.desk], teamId: app.id.dispatch, quarter };
    expect(await command(page, "distribution.share-out", input)).toMatchObject({ ok: false });
    expect(
      await command(page, "insight.assign", { ids: [app.id.desk], tribeId: app.id.pla }),
    ).toMatchObject({
      ok: false,
      error: { key: "not-allowed" },
    });
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
    await page
      .getByLabel("Impact team")
      .selectOption({ label: "Dispatch" })
      .catch(() => page.getByLabel("Impact team").selectOption(app.id.dispatch ?? ""));
    await expectAccessible(page);
    await page.getByRole("button", { name: "Créer l’initiative" }).click();
    await page.waitForURL(/\/initiatives\/\d+$/);
  });

  await test.step("scores it with RICE: no score until all four are there", async () => {
    await expect(page.locator("main")).toContainText("Pas de score tant qu’il manque");
    await factor(page, "Portée", "420", "les 6 agences");
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
    await newInitiative(page, "Nouvel index de recherche", "tech");
    for (const name of ["Modifier", "Archiver"]) {
      const button = page.getByRole("button", { name, exact: true });
      await expectGoodDialog(page, () => button.press("Enter"), button);
    }
    await factor(page, "Effort", "2");
    await page.goto(`/roadmap/${quarter}?tribe=PLA`);
    await expectAccessible(page);
    await placeFromTray(page, "Ne plus jamais perdre un rapport");
    await dragFromTray(page, "Nouvel index de recherche", app.id.dispatch ?? "");
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
    for (const name of [/^Bande/, /^Capacité de Dispatch/]) {
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
    await page.getByRole("region", { name: "Sert" }).getByRole("button").first().click();
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

  await test.step("the CPO opens the dashboard; its numbers open their rows, a key opens another quarter", async () => {
    await page.goto(`/dashboards/${quarter}`);
    await expectAccessible(page);
    await expect(page.locator("main")).toContainText("Planning");
    await expect(page.locator("main")).toContainText("25 %");
    await page.keyboard.press("]");
    await page.waitForURL((url) => !url.pathname.endsWith(quarter));
    await expect(page.getByRole("button", { name: quarter })).toHaveCount(0);
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
    await expect(page.locator("main")).toContainText("À trier");
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
});

/** Counts the answers to keys and drags. */
function watchCommands(page: Page): void {
  page.on("request", (request) => {
    if (request.url().endsWith("/api/commands")) traffic.asked += 1;
  });
  page.on("response", (response) => {
    if (response.url().endsWith("/api/commands")) traffic.answered += 1;
  });
}
const traffic = { asked: 0, answered: 0, seen: 0 };

/** What the screen has shown since the last time has reached the server. */
async function sent(page: Page): Promise<void> {
  await expect
    .poll(() => traffic.answered > traffic.seen && traffic.answered === traffic.asked)
    .toBe(true);
  await page.waitForTimeout(200);
  await expect.poll(() => traffic.answered === traffic.asked).toBe(true);
  traffic.seen = traffic.answered;
}

async function command(page: Page, name: string, input: object) {
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post("/api/commands", {
    headers: { Origin: origin },
    data: { commands: [{ name, input, operationId: crypto.randomUUID() }] },
  });
  return (await answer.json()).answers[0];
}

async function factor(page: Page, name: string, value: string, reason = ""): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^(Donner|Changer) ${name}`) }).click();
  const form = page.locator("form").filter({ has: page.getByLabel(name, { exact: true }) });
  const control = form.getByLabel(name, { exact: true });
  if ((await control.evaluate((element) => element.tagName)) === "SELECT")
    await control.selectOption(value);
  else await control.fill(value);
  if (reason) await form.getByLabel("Pourquoi ?").fill(reason);
  await form.getByRole("button", { name: "Enregistrer" }).click();
  await expect(form).toHaveCount(0);
}

async function newInitiative(page: Page, title: string, kind: "product" | "tech"): Promise<void> {
  await page.goto("/initiatives/new");
  await page.getByLabel("Titre").fill(title);
  await page
    .getByLabel("Impact team")
    .selectOption({ label: "Planning · Dispatch" })
    .catch(() => page.getByLabel("Impact team").selectOption({ index: 1 }));
  await page.locator(`input[name=kind][value=${kind}]`).check();
  await page.getByRole("button", { name: "Créer l’initiative" }).click();
  await page.waitForURL(/\/initiatives\/\d+$/);
}

/** By keyboard: onto the card, take it, put it down in its team. */
async function placeFromTray(page: Page, title: string): Promise<void> {
  const card = page
    .getByRole("complementary", { name: "À placer" })
    .getByRole("button", { name: title });
  await card.click();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(card).toHaveCount(0);
}

/** By mouse: from the tray into a team's lane. */
async function dragFromTray(page: Page, title: string, teamId: string): Promise<void> {
  const card = page
    .getByRole("complementary", { name: "À placer" })
    .getByRole("button", { name: title });
  await card.dragTo(page.locator(`[data-lane="${teamId}"]`));
  await expect(card).toHaveCount(0);
}

/** An objective of the company's with one key result. */
async function makeObjective(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Nouvel objectif" }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByLabel("Objectif", { exact: true })
    .fill("Le rapport est fini avant de remonter");
  await dialog
    .getByRole("textbox", { name: "Résultat clé 1" })
    .fill("Rapports perdus à la synchro");
  await dialog.getByLabel("Sens").selectOption({ label: "Moins" });
  await dialog.getByLabel("Départ").fill("23");
  await dialog.getByLabel("Cible").fill("0");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Fixer l’objectif" }).click();
  await expect(dialog).toHaveCount(0);
}

function quarterOfToday(): string {
  const now = new Date();
  return `${now.getFullYear()}-Q${Math.floor(now.getMonth() / 3) + 1}`;
}
