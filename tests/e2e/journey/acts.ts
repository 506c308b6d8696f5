import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type App, expect, expectAccessible } from "#tests/support/app.ts";

// What the people of the journey do more than once.

export type Story = { page: Page; app: App };

export const quarter = quarterOfToday();
export const at = (name: string) => `${name}@soupape.example`;
export const row = (page: Page, title: string | RegExp) =>
  page.getByRole("option").filter({ hasText: title });
export const file = (name: string) => join(import.meta.dirname, "../../fixtures/imports", name);

const traffic = { answered: 0, seen: 0 };

/** Counts the answers to keys and drags. */
export function watchCommands(page: Page): void {
  page.on("response", (response) => {
    if (response.url().endsWith("/api/commands")) traffic.answered += 1;
  });
}

/** What the screen has shown since the last time has reached the server, all of it. */
export async function sent(page: Page): Promise<void> {
  await expect.poll(() => traffic.answered).toBeGreaterThan(traffic.seen);
  await expect.poll(() => page.evaluate(listWaiting)).toEqual([]);
  traffic.seen = traffic.answered;
}

/** Runs in the page: the commands that the browser keeps until the server has answered for them. */
async function listWaiting(): Promise<unknown[]> {
  const asked = <Answer>(request: IDBRequest<Answer>) =>
    new Promise<Answer>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await asked(indexedDB.open("keyval-store"));
  try {
    return (await asked(database.transaction("keyval").objectStore("keyval").getAll())).flat();
  } finally {
    database.close();
  }
}

export async function command(page: Page, name: string, input: object) {
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post("/api/commands", {
    headers: { Origin: origin },
    data: { commands: [{ name, input, operationId: crypto.randomUUID() }] },
  });
  const [said] = (await answer.json()).answers;
  // What is not understood is refused to everybody, and proves nothing.
  expect(["unknown-command", "invalid"]).not.toContain(said.error?.key);
  return said;
}

export async function factor(page: Page, name: string, value: string, reason = ""): Promise<void> {
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

export async function newInitiative(
  page: Page,
  title: string,
  { kind, teamId }: { kind: "product" | "tech"; teamId: string },
): Promise<void> {
  await page.goto("/initiatives/new");
  await page.getByLabel("Titre").fill(title);
  await page.getByLabel("Impact team").selectOption(teamId);
  await page.locator(`input[name=kind][value=${kind}]`).check();
  await page.getByRole("button", { name: "Créer l’initiative" }).click();
  await page.waitForURL(/\/initiatives\/\d+$/);
}

/** By keyboard: onto the card, take it, put it down in its team. */
export async function placeFromTray(page: Page, title: string): Promise<void> {
  const card = page
    .getByRole("complementary", { name: "À placer" })
    .getByRole("button", { name: title });
  await card.click();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(card).toHaveCount(0);
}

/** By mouse: from the tray into a team's lane. */
export async function dragFromTray(page: Page, title: string, teamId: string): Promise<void> {
  const card = page
    .getByRole("complementary", { name: "À placer" })
    .getByRole("button", { name: title });
  await card.dragTo(page.locator(`[data-lane="${teamId}"]`));
  await expect(card).toHaveCount(0);
}

/** An objective of the company's with one key result. */
export async function makeObjective(page: Page): Promise<void> {
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
