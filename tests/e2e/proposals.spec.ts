import type { Page } from "@playwright/test";
import type { Proposals } from "#lib/proposals/views.ts";
import { type App, expect, expectAccessible, signInAs, test } from "#tests/support/app.ts";
import { command, row, sent, watchCommands } from "./journey/acts.ts";

// A PM's inbox where something is proposed of each insight. What the matcher would say is given, everything else is the
// product: what is confirmed and refused, and taken back.

test.use({ company: "proposals" });
test.describe.configure({ mode: "serial" });

const title = "Le compte rendu PDF part à une seule adresse";
const twin = "Export du compte rendu : ajouter le syndic";
const because = { reason: "alike" as const, alike: 12, of: 15 };
const isOpen = (page: Page, words: string | RegExp) =>
  expect(page.getByRole("complementary", { name: "Lecture" })).toContainText(words);

const ids: Record<string, string> = {};

async function handIn(page: Page, name: string, body: string): Promise<string> {
  const said = await command(page, "insight.hand-in", { title: name, body });
  return said.result.id ?? said.result.ids?.[0];
}

function proposalsFor(insightId: string, app: App): Proposals | null {
  if (insightId !== ids.one) return null;
  const planning = { id: app.id.pla ?? "", code: "PLA", name: "Planning", position: 1 };
  const field = { id: app.id.ter ?? "", code: "TER", name: "Terrain", position: 2 };
  return {
    insightId,
    tribe: {
      ...{ isSure: true, withdrawn: null },
      options: [{ tribe: field, team: null, ...because, words: ["export", "PDF"] }],
    },
    themes: [
      {
        ...{
          theme: { id: ids.theme ?? "", title: "Envoyer le rapport à plusieurs" },
          isMine: true,
        },
        ...{ tribe: planning, team: null, insights: 0, ...because, alike: 8, words: [] },
      },
    ],
    newTheme: null,
    duplicates: [
      {
        ...{ id: ids.two ?? "", number: Number(ids.twoNumber), title: twin, excerpt: null },
        ...{ level: "looks-same", customer: "Frigo Méridien", customers: 1 },
        ...{ saidAt: "2026-11-03T09:00:00Z", words: ["compte rendu", "syndic"] },
        standing: { is: "tribe", tribe: planning, team: null, quarter: null, answer: null },
      },
    ],
    kind: { code: "problem", reason: "words", alike: 0, of: 0, words: ["oublie"] },
    ...{ language: null, severity: null, customer: null },
  };
}

test.beforeEach(async ({ page, app }) => {
  watchCommands(page);
  await signInAs(page, "louis.marchetti@soupape.example");
  if (!ids.one) {
    ids.two = await handIn(page, twin, "Le syndic n’est jamais en copie du compte rendu.");
    ids.one = await handIn(
      page,
      title,
      "On fait l’export PDF du compte rendu à la main. Parfois on oublie le syndic.",
    );
    const theme = { title: "Envoyer le rapport à plusieurs", tribeId: app.id.pla };
    ids.theme = (await command(page, "theme.create", theme)).result.id;
    const list = await page.request.get("/api/insights?state=all");
    const { rows } = await list.json();
    ids.twoNumber = rows.find(({ id }: { id: string }) => id === ids.two).number;
  }
  await page.route(/\/api\/insights\/proposals/, (route) => {
    const asked = new URL(route.request().url()).searchParams.get("id") ?? "";
    return route.fulfill({ json: { proposals: proposalsFor(asked, app) } });
  });
  await page.goto("/insights");
  await row(page, title).click();
});

test("by keys alone: Enter goes to what is proposed, and again confirms it; Z takes it back", async ({
  page,
}) => {
  await page.getByRole("listbox").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Confirmer Terrain" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(row(page, title)).toHaveCount(0);
  await sent(page);
  await page.keyboard.press("z");
  await expect(row(page, title)).toHaveCount(1);
  await sent(page);
  await isOpen(page, "12 des 15 plus proches sont chez Terrain");
});

test("by mouse alone: a duplicate is looked at, merged, and parted by Annuler", async ({
  page,
}) => {
  await isOpen(page, "Un doublon probable");
  await page.getByRole("button", { name: /^Fusionner dans INS-/ }).click();
  await expect(row(page, title)).toHaveCount(0);
  await sent(page);
  await page.getByRole("button", { name: "Annuler" }).last().click();
  await expect(row(page, title)).toHaveCount(1);
  await sent(page);
});

test("on a phone, by a finger: the kind is corrected, the theme chosen with its Tribe and taken back", async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/insights");
  await row(page, title).click();
  await page.getByRole("button", { name: "Confirmer Problème" }).click();
  await sent(page);
  await expect(page.getByRole("button", { name: "Confirmer Problème" })).toHaveCount(0);
  await expectAccessible(page);
  const theme = page.getByRole("button", {
    name: /^Choisir et attribuer à Planning/,
  });
  await theme.click();
  await expect(theme).toHaveCount(0);
  await sent(page);
  await page.getByRole("button", { name: "Annuler" }).last().click();
  await expect(theme).toHaveCount(1);
  await sent(page);
});

test("what is refused is gone, and its history says who said so", async ({ page }) => {
  await page.getByRole("button", { name: /^Pas un doublon de INS-/ }).click();
  await expect(page.getByRole("button", { name: /^Fusionner dans INS-/ })).toHaveCount(0);
  await sent(page);
  await page.reload();
  await row(page, title).click();
  await isOpen(page, /Louis Marchetti\s*a refusé le doublon proposé/);
});
