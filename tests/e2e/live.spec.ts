import type { Page } from "@playwright/test";
import { expect, signInAs, test } from "#tests/support/app.ts";

// Two people with the same page open.

const at = (name: string) => `${name}@soupape.example`;

async function handIn(page: Page, words: string): Promise<void> {
  const answer = await page.evaluate(async (body) => {
    const response = await fetch("/api/commands", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({
        commands: [{ name: "insight.hand-in", input: { body }, operationId: crypto.randomUUID() }],
      }),
    });
    return response.json();
  }, words);
  expect(answer.answers[0].ok).toBe(true);
}

function setHidden(page: Page, isHidden: boolean): Promise<void> {
  return page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isHidden);
}

test("news are for who is signed in", async ({ page }) => {
  await page.context().clearCookies();
  const answer = await page.request.get("/api/events");
  expect(answer.status()).toBe(401);
});

test("what a colleague hands in is told below the list, and shown when asked", async ({
  page,
  browser,
  baseURL,
}) => {
  const events = page.waitForResponse((response) => response.url().endsWith("/api/events"));
  await signInAs(page, at("louis.marchetti"));
  await events;
  const colleague = await browser.newPage({ baseURL: baseURL ?? "" });
  await signInAs(colleague, at("salome.arnaud"));
  await handIn(colleague, "Le passage du technicien n’est pas confirmé.");
  const again = page.waitForResponse((response) => response.url().endsWith("/api/events"));
  await page.goto("/insights?q=technicien");
  await again;
  await expect(page.getByRole("option")).toHaveCount(1);

  await handIn(colleague, "Le portail ne dit pas quand le technicien arrive.");
  await expect(page.getByText("1 nouvel insight")).toBeVisible();
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.getByRole("button", { name: "Montrer", exact: true }).click();
  await expect(page.getByRole("option")).toHaveCount(2);
  await expect(page.getByText("1 nouvel insight")).toHaveCount(0);

  // A hidden tab holds no connection by which it could hear; shown again it asks what it has missed.
  const left = page.waitForEvent("requestfailed", (request) =>
    request.url().endsWith("/api/events"),
  );
  await setHidden(page, true);
  await left;
  await handIn(colleague, "Le bon de travail du technicien part sans la photo.");
  await setHidden(page, false);
  await expect(page.getByText("1 nouvel insight")).toBeVisible();
  await colleague.close();
});
