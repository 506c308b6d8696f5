import { expect, expectAccessible, signInAs, test } from "#tests/support/app.ts";

// A base of one's own: what its columns mean is asked once, tried, imported, and taken back.

const base = [
  "Name,Why it matters,Company,Asked on,Votes",
  "Dark mode,My eyes hurt at night when I plan the week.,Ventadour,4/5/2026,12",
  "Work offline,There is no network on most building sites.,Pennerley,6/5/2026,3",
].join("\n");

test.use({ company: "import-mapping" });

test("a file of an unknown base is mapped, previewed, imported and taken back", async ({
  page,
}) => {
  await signInAs(page, "ines.belkacem@soupape.example");
  const send = async () => {
    await page.goto("/imports");
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "base.csv", mimeType: "text/csv", buffer: Buffer.from(base) });
    await page.getByLabel("Source").fill("Notion");
    await page.getByRole("button", { name: "Importer", exact: true }).click();
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}/);
  };
  const heading = page.getByRole("heading", { level: 1 });

  await send();
  await expect(heading).toContainText("les 5 colonnes");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Aperçu", exact: true }).click();
  await expect(page.getByText("le jour ou le mois vient en premier")).toBeVisible();
  await page.getByLabel("4/5/2026 est le").selectOption("dmy");
  await page.getByRole("button", { name: "Aperçu", exact: true }).click();
  await expect(heading).toContainText("2 insights seraient nouveaux");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Importer", exact: true }).click();
  await expect(heading).toContainText("Les 2 lignes sont toutes entrées");

  await send();
  await expect(page.locator("main")).toContainText(/0\s*nouvel insight/);

  await page.goto("/imports");
  await page.getByRole("row").filter({ hasText: "base.csv" }).nth(1).getByRole("link").click();
  await page.getByRole("link", { name: "Annuler l’import…" }).click();
  await expect(page.getByText("Ses 2 insights disparaissent pour de bon")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Annuler l’import" }).click();
  await expect(heading).toContainText("Cet import a été annulé");
  await expect(page.getByText("2 tickets sont partis, avec leurs insights.")).toBeVisible();
  await expectAccessible(page);
});
