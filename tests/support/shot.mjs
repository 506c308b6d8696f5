// Takes a picture of a page as one of the sample company's people sees it:
// node tests/support/shot.mjs <email> <path> <out.png> [--dark] [--width 390] [--lang en] [--full] [--base http://localhost:3100] [--keys "j j x"]
import { chromium } from "@playwright/test";

const [email, path, out, ...rest] = process.argv.slice(2);
const flag = (name, fallback) =>
  rest.includes(`--${name}`) ? rest[rest.indexOf(`--${name}`) + 1] : fallback;
const base = flag("base", "http://localhost:3100");
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic"],
});
const width = Number(flag("width", 1280));
const page = await browser.newPage({
  viewport: { width, height: width < 500 ? 844 : 800 },
  colorScheme: rest.includes("--dark") ? "dark" : "light",
  locale: flag("lang", "fr"),
});
page.on(
  "console",
  (message) => message.type() === "error" && console.log("console:", message.text().slice(0, 400)),
);
page.on("pageerror", (error) => tell(`pageerror: ${error.message.slice(0, 300)}`));
const csrf = await (await page.request.get(`${base}/api/auth/csrf`)).json();
await page.request.post(`${base}/api/auth/callback/password`, {
  headers: { origin: base },
  form: {
    csrfToken: csrf.csrfToken,
    email,
    password: flag("password", "soupape-demo"),
    json: "true",
  },
});
const response = await page.goto(base + path, { waitUntil: "load", timeout: 60_000 });
await page.waitForTimeout(Number(flag("wait", 1200)));
for (const key of (flag("keys", "") || "").split(" ").filter(Boolean)) {
  await page.keyboard.press(key);
  await page.waitForTimeout(150);
}
await page.screenshot({ path: out, fullPage: rest.includes("--full"), caret: "initial" });
console.log(response?.status(), page.url(), await page.title());
await browser.close();
