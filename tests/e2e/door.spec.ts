import { request } from "node:http";
import type { Page } from "@playwright/test";
import { expect, signInAs, test } from "#tests/support/app.ts";

const at = (name: string) => `${name}@soupape.example`;

/** What the browser refused to load or run on pages that are opened from now on. */
async function watchPolicy(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction("tellViolation", (said: string) => violations.push(said));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const said = `${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`;
      Reflect.get(window, "tellViolation")(said);
    });
  });
  return violations;
}

/** One address of each kind of page that somebody finds by following links. */
async function walk(page: Page, from: string[]): Promise<string[]> {
  const kindOf = (path: string) => path.replace(/[0-9a-f-]{36}|\d{4}-Q\d|[A-Z]{3}-\d+/g, "*");
  const seen = new Map<string, string>();
  const waiting = [...from];
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(kindOf(path))) continue;
    seen.set(kindOf(path), path);
    await page.goto(path);
    const links = await page
      .locator("a[href^='/']")
      .evaluateAll((all) => all.map((a) => new URL(a.getAttribute("href") ?? "/", location.href)));
    waiting.push(...links.map(({ pathname }) => pathname));
  }
  return [...seen.values()];
}

test("no page asks for anything that its policy forbids, and each has another nonce", async ({
  page,
}) => {
  const violations = await watchPolicy(page);
  const nonces: string[] = [];
  page.on("response", async (answer) => {
    if (answer.request().resourceType() !== "document") return;
    const policy = answer.headers()["content-security-policy"] ?? "";
    nonces.push(/script-src 'nonce-([^']+)' 'strict-dynamic';/.exec(policy)?.[1] ?? policy);
  });
  await page.goto("/sign-in");
  await page.goto("/set-up?token=none");
  const pages: string[] = [];
  for (const name of ["ines.belkacem", "louis.marchetti"]) {
    await signInAs(page, at(name));
    pages.push(...(await walk(page, ["/", "/audit", "/hand-in", "/nothing/of/the/kind"])));
  }
  expect(violations).toEqual([]);
  expect(pages.length).toBeGreaterThan(20);
  expect(new Set(nonces).size).toBe(nonces.length);
  expect(nonces.every((nonce) => /^[\w+/]{22}==$/.test(nonce))).toBe(true);
});

test("a script that somebody brings into a page does not run", async ({ page }) => {
  const violations = await watchPolicy(page);
  await signInAs(page, at("louis.marchetti"));
  await page.goto("/hand-in");
  await page.evaluate(() => {
    document.body.insertAdjacentHTML("beforeend", '<img src="/x" onerror="window.ran = true">');
  });
  await expect.poll(() => violations.join()).toContain("script-src-attr inline");
  expect(await page.evaluate(() => Reflect.get(window, "ran"))).toBeUndefined();
});

test("what is asked by a name that is not ours is refused, whatever it is, but for our health", async ({
  app,
}) => {
  const { port } = new URL(app.url);
  const ask = (method: string, path: string, host: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = { host, "next-action": "00", "x-forwarded-host": `127.0.0.1:${port}` };
      const asked = request({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on("error", reject);
      asked.end();
    });
  for (const path of ["/", "/sign-in", "/api/auth/csrf", "/api/commands", "/icons/icon.svg"]) {
    for (const method of ["GET", "POST"])
      expect.soft(await ask(method, path, `evil.example:${port}`), `${method} ${path}`).toBe(421);
  }
  expect(await ask("GET", "/sign-in", `localhost:${port}`)).toBe(200);
  expect(await ask("GET", "/api/health", "10.0.0.7:3000")).toBe(200);
});
