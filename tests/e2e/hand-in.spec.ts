import { expect, signInAs, test } from "#tests/support/app.ts";

const at = (name: string) => `${name}@soupape.example`;
const mail = `Pour info, à traiter.

---------- Forwarded message ---------
De : Marie Dupont <marie.dupont@lebrun.example>
Date: mar. 3 nov. 2026 à 10:12
Subject: Fwd: Export Outlook
To: <support@soupape.example>

Il nous faut un export vers Outlook.
`;

test("a link fills the form through signing in, and leads nowhere else", async ({ page, app }) => {
  const query = new URLSearchParams({
    text: "Il manque l'A3",
    customer: "Ventadour",
    to: "//x.example",
  });
  await page.goto(`/hand-in?${query}`);
  await page.waitForURL(/\/sign-in\?to=hand-in/);
  await page.getByLabel("E-mail").fill(at("salome.arnaud"));
  await page.locator("input[name=password]").fill("a password for tests");
  await page.keyboard.press("Enter");
  await page.waitForURL(`${app.url}/hand-in?**`);
  await expect(page.locator("textarea[name=text]")).toHaveValue("Il manque l'A3");
  await expect(page.locator("input[name=customer]")).toHaveValue("Ventadour");
});

test("an e-mail is handed in by the keyboard alone: paste, Tab, three letters, Enter, Ctrl+Enter", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInAs(page, at("salome.arnaud"));
  await page.goto("/hand-in");
  await expect(page.locator("textarea[name=text]")).toBeFocused();
  await page.evaluate((text) => navigator.clipboard.writeText(text), mail);
  await page.keyboard.press("Control+v");
  await expect(page.locator("textarea[name=text]")).toHaveValue(
    "Il nous faut un export vers Outlook.",
  );
  await expect(page.locator("input[name=requesterName]")).toHaveValue("Marie Dupont");
  await page.keyboard.press("Tab");
  await page.keyboard.type("ven");
  await page.keyboard.press("Enter");
  await expect(page.locator("input[name=customer]")).toHaveValue("Groupe Ventadour Énergies");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("status").getByRole("link", { name: /^INS-\d+$/ })).toBeVisible();
});
