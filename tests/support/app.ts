import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Locator, type Page } from "@playwright/test";

/** The running product and the ids of the cast's Tribes, teams and customers (tests/support/cast.ts). */
export type App = { url: string; databaseUrl: string; id: Record<string, string> };

/**
 * Browser tests of one worker share one product: its own PostgreSQL, web server and worker. A file that counts on what
 * is there names a `company` of its own.
 */
export const test = base.extend<object, { app: App; company: string }>({
  company: ["shared", { scope: "worker", option: true }],
  app: [
    async ({ company }, use) => {
      await withApp({ TRIBUNE_TEST_COMPANY: company }, use);
    },
    { scope: "worker", timeout: 300_000 },
  ],
  baseURL: async ({ app }, use) => use(app.url),
});

/** Runs the product with further settings in its environment while `use` lasts. */
export async function withApp(
  settings: Record<string, string>,
  use: (app: App) => Promise<void>,
): Promise<void> {
  const server = spawn(process.execPath, ["--conditions=react-server", "tests/support/serve.ts"], {
    env: { ...process.env, ...settings },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const said = createInterface({ input: server.stdout });
  const app = await new Promise<App>((resolve, reject) => {
    said.once("line", (line) => resolve(JSON.parse(line)));
    server.once("exit", (code) => reject(new Error(`the product did not start: ${code}`)));
  });
  try {
    await use(app);
  } finally {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.stdin.end();
    await gone;
  }
}

export { expect };

/** What stands over the page. */
const floating = "dialog[open], :popover-open";

/** Opens something over the page by `open`, finds it accessible, closes it, and finds the focus back on `from`. */
export async function expectGoodDialog(
  page: Page,
  open: () => Promise<void>,
  from: Locator,
): Promise<void> {
  await open();
  await expect(page.locator(floating)).toBeVisible();
  await expectAccessible(page, floating);
  await page.keyboard.press("Escape");
  await expect(page.locator(floating)).toHaveCount(0);
  await expect(from).toBeFocused();
}

/** Signs in through the form, as people do, and waits for their first screen. */
export async function signInAs(page: Page, email: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill("a password for tests");
  await page.locator("form button[type=submit]").first().click();
  await page.waitForURL((url) => url.pathname === "/");
}

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/**
 * No violation of WCAG 2 A or AA, up to 2.2, and nothing outside the landmarks, in either theme. `within` is a
 * selector: of a dialog, whose page was looked at before.
 */
export async function expectAccessible(page: Page, within = "body"): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const report = await new AxeBuilder({ page })
      .include(within)
      .options({ runOnly: { type: "tag", values: rules }, rules: { region: { enabled: true } } })
      .analyze();
    const found = report.violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`,
    );
    expect(found, `${page.url()} in ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}
