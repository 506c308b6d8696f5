import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, signInAs, test } from "#tests/support/app.ts";

// What people bring by mistake and attackers on purpose: a sentence in their language, nothing lost, no 5xx.

const at = (name: string) => `${name}@soupape.example`;
const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, "../fixtures/imports", name));
const absent = "00000000-0000-4000-8000-000000000000";

/** Fails the test when the server answers anything of the page with a 5xx, or a script of somebody's runs. */
function watch(page: Page): string[] {
  const wrong: string[] = [];
  page.on("response", (answer) => {
    if (answer.status() >= 500) wrong.push(`${answer.status()} ${answer.url()}`);
  });
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("dialog", (dialog) => {
    wrong.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  return wrong;
}

async function upload(page: Page, name: string, buffer: Buffer) {
  await page.goto("/imports");
  await page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer });
  await page.getByLabel("Source").fill("Fichiers douteux");
  await page.getByRole("button", { name: "Importer", exact: true }).click();
}

test("a file that cannot be taken is refused whole, with what to do, in French", async ({
  page,
}) => {
  const wrong = watch(page);
  await signInAs(page, at("ines.belkacem"));
  const files: [string, Buffer, RegExp][] = [
    ["image.csv", fixture("refused-binary.csv"), /n’est pas du texte/],
    ["classeur.xlsx", fixture("refused-workbook.csv"), /tableur|classeur/],
    ["page.html", Buffer.from("<!DOCTYPE html>\n<p>Log in; please\n"), /Aucun nom de colonne/],
    ["export.json", Buffer.from('{"issues": [\n{"key": "K-1"}]}\n'), /Aucun nom de colonne/],
    ["entetes.csv", fixture("refused-no-rows.csv"), /aucun ticket/],
    ["coupe.csv", fixture("refused-cut-quote.csv"), /guillemet qui n’est jamais fermé/],
    // What tells its rows apart is for a person to say; until then nothing is stored.
    ["sans-cle.csv", fixture("refused-no-key.csv"), /Les lignes se distinguent par/],
    ["guillemets.csv", fixture("refused-quoted-whole.csv"), /un seul texte entre guillemets/],
  ];
  for (const [name, buffer, sentence] of files) {
    await upload(page, name, buffer);
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
    await expect(page.locator("main"), name).toContainText(sentence);
  }
  await upload(page, "vide.csv", Buffer.alloc(0));
  await expect(page.locator("main")).toContainText("Ce fichier est vide");
  await page.goto("/insights?state=all");
  await expect(page.getByRole("option")).toHaveCount(0);
  expect(wrong).toEqual([]);
});

test("exactly 1,000 rows come in, with the warning that Jira cuts there", async ({ page }) => {
  await signInAs(page, at("ines.belkacem"));
  const rows = Array.from({ length: 1000 }, (_, i) => `CUT-${i + 1},${i + 1},Ligne ${i + 1}`);
  await upload(page, "mille.csv", Buffer.from(`Issue key,Issue id,Summary\n${rows.join("\n")}\n`));
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
  await expect(page.locator("main")).toContainText("exactement 1 000 lignes");
});

test("a file over the limit that Product Ops set is refused before and after it is sent", async ({
  page,
  app,
}) => {
  await signInAs(page, at("ines.belkacem"));
  await page.goto("/settings/company");
  const limit = page.getByLabel("Plus gros fichier accepté, en Mio");
  await limit.fill("1");
  await limit.press("Enter");
  await expect(page.getByRole("status").first()).toBeVisible();
  const large = Buffer.from(`Issue key,Summary\n${"K-1,x\n".repeat(300_000)}`);
  await expect(async () => {
    await upload(page, "gros.csv", large);
    await expect(page.locator("main")).toContainText(/la limite est de 1 Mo/, { timeout: 5000 });
  }).toPass({ timeout: 120_000 });
  const query = `source=Jira&file=gros.csv&operation=${crypto.randomUUID()}`;
  const answer = await page.request.post(`/api/imports?${query}`, {
    data: large,
    headers: { origin: app.url, "content-type": "text/csv" },
  });
  expect(answer.status()).toBe(413);
  expect(await answer.json()).toMatchObject({
    error: { key: "importsErrors.too-large", params: { limit: 1, unit: "MB" } },
  });
  await page.goto("/settings/company");
  await limit.fill("2048");
  await limit.press("Enter");
});

test("hostile words are words: they are kept and shown, and run nowhere", async ({ page }) => {
  const wrong = watch(page);
  await signInAs(page, at("salome.arnaud"));
  await page.goto("/hand-in");
  const said = "<img src=x onerror=alert(1)> [clic](javascript:alert(1)) \u202eçnarf ={1+1}";
  await page.getByLabel("Ce que le client a dit, avec ses mots").fill(said);
  await page.locator("input[name=customer]").fill("<script>alert(2)</script>");
  await page.getByRole("button", { name: "Transmettre", exact: true }).click();
  const link = page.getByRole("status").getByRole("link", { name: /^INS-\d+$/ });
  await link.click();
  await page.waitForURL(/\/insights\/INS-\d+/);
  await expect(page.locator("main")).toContainText("<img src=x onerror=alert(1)>");
  await expect(page.locator("main")).toContainText("<script>alert(2)</script>");
  expect(await page.locator('main img, main a[href^="javascript:"]').count()).toBe(0);
  expect(wrong).toEqual([]);
});

test("who is signed out meanwhile keeps what was typed, and may send it after signing in again", async ({
  page,
}) => {
  await signInAs(page, at("salome.arnaud"));
  await page.goto("/hand-in");
  const words = page.getByLabel("Ce que le client a dit, avec ses mots");
  await words.fill("Écrit pendant une heure");
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.getByRole("button", { name: "Transmettre", exact: true }).click();
  await expect(page.locator("main")).toContainText("Tu n’es plus connecté");
  await expect(words).toHaveValue("Écrit pendant une heure");
  await page.context().addCookies(cookies);
  await page.getByRole("button", { name: "Transmettre", exact: true }).click();
  await expect(page.getByRole("status").getByRole("link", { name: /^INS-\d+$/ })).toBeVisible();
});

test("an address of what is not there, or not theirs, says so and fails in no other way", async ({
  page,
}) => {
  const wrong = watch(page);
  const nowhere = [
    ...["abc", "-1", "0", "0x10", "99999999999999999999", "2147483648", "%00"].flatMap((id) => [
      `/insights/${id}`,
      `/initiatives/${id}`,
      `/themes/${id}`,
      `/imports/${id}`,
      `/settings/people/${id}`,
    ]),
    ...["0000-Q1", "9999-Q4", "2026-Q9", "2026-q4"].flatMap((quarter) => [
      `/roadmap/${quarter}`,
      `/okrs/${quarter}`,
      `/dashboards/${quarter}`,
      `/distribution/${quarter}`,
    ]),
    ...["themes", "imports", "settings/people"].map((room) => `/${room}/${absent}`),
    "/nothing/of/the/kind",
  ];
  await signInAs(page, at("ines.belkacem"));
  for (const path of nowhere) expect.soft((await page.request.get(path)).status(), path).toBe(404);
  await page.goto("/roadmap/9999-Q4");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Il n’y a rien ici");
  const garbage = [
    "/insights?week=0000-01-03&received=9999-Q4&tribe=%00&q=%00&sort=x&age=7&age=8&open=99999999999",
    "/insights?after=garbage&kind=bug,nothing&team=x&organisation=' OR 1=1",
    "/api/insights?sort=number&after=9999999999_00000000-0000-4000-8000-000000000000",
    "/api/insights?after=0000-01-01T00:00:00Z_00000000-0000-4000-8000-000000000000",
    "/audit?from=0000-01-01&to=9999-99-99&person=x&after=00000000000000000000_-----",
    "/themes?tribe=%00&team=x",
    "/initiatives?tribe=%00&quarter=9999-Q4&sort=%00",
    "/settings/people?q=%00",
    "/api/themes?q=%00",
    "/api/customers?q=%00%25_",
    "/api/insights/texts?ids=%00",
  ];
  for (const path of garbage) expect.soft((await page.request.get(path)).status(), path).toBe(200);
  await signInAs(page, at("salome.arnaud"));
  for (const path of ["/imports", "/audit", "/settings/company", "/settings/people", "/insights"])
    expect.soft((await page.request.get(path)).status(), path).toBe(404);
  expect(wrong).toEqual([]);
});

test("requests from elsewhere, without a session or without sense are refused with a reason", async ({
  page,
  app,
}) => {
  const commands = { commands: [{ name: "undo", input: {}, operationId: absent }] };
  const post = (path: string, origin: string | undefined, data: unknown) =>
    page.request.post(path, {
      // Bytes as they are: a string would be made JSON on the way.
      data: Buffer.from(typeof data === "string" ? data : JSON.stringify(data)),
      headers: { "content-type": "application/json", ...(origin ? { origin } : {}) },
    });
  expect((await post("/api/commands", app.url, commands)).status()).toBe(401);
  await signInAs(page, at("louis.marchetti"));
  for (const origin of ["https://evil.example", "null", undefined]) {
    expect((await post("/api/commands", origin, commands)).status()).toBe(403);
    expect((await post("/api/imports?source=a", origin, "x")).status()).toBe(403);
  }
  const anothers = { ...commands, personId: absent };
  expect((await post("/api/commands", app.url, anothers)).status()).toBe(401);
  expect((await post("/api/commands", app.url, "{{{")).status()).toBe(400);
  expect((await post("/api/commands", app.url, "x".repeat(1_500_000))).status()).toBe(400);
  expect((await post("/api/auth/callback/password", app.url, "{{{")).status()).toBe(400);
  const answer = await page.request.get("/");
  expect(answer.headers()["cache-control"]).toContain("no-store");
  expect(answer.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
});
