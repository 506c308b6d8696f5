import { gzipSync } from "node:zlib";
import type { Browser } from "@playwright/test";
import type { Bench } from "./bench.ts";
import { launchBrowser, signedIn } from "./browser.ts";
import { type Figure, kilobytes } from "./figure.ts";
import { type Product, startProduct } from "./product.ts";
import { emptyPage } from "./requests.ts";

const ROWS = 1_000;

/** All the JavaScript that a browser fetches for a page with nothing cached, until the network is idle. */
export async function benchmarkBundle({ companyOf }: Bench): Promise<Figure[]> {
  const product = await startProduct(await companyOf(ROWS));
  const browser = await launchBrowser();
  try {
    const inbox = await scriptBytes(browser, product, "/insights");
    const empty = await scriptBytes(browser, product, emptyPage.path);
    return [
      {
        what: `JavaScript of the inbox, gzip, beside an empty page (${emptyPage.what})`,
        measured: `${kilobytes(inbox)} beside ${kilobytes(empty)}: ${kilobytes(inbox - empty)} more`,
        promised: "at most 60 kB more",
      },
    ];
  } finally {
    await browser.close();
    await product.stop();
  }
}

/** Each script once, compressed by itself. A browser that knows modules leaves out what is there for others. */
async function scriptBytes(browser: Browser, product: Product, path: string): Promise<number> {
  const context = await signedIn(browser, product);
  const page = await context.newPage();
  const scripts = new Map<string, Promise<number>>();
  page.on("response", (response) => {
    const isScript = /javascript/.test(response.headers()["content-type"] ?? "");
    if (isScript && !scripts.has(response.url()))
      scripts.set(
        response.url(),
        response.body().then((body) => gzipSync(body).length),
      );
  });
  await page.goto(product.url + path, { waitUntil: "networkidle" });
  const sizes = await Promise.all(scripts.values());
  await context.close();
  return sizes.reduce((sum, size) => sum + size, 0);
}
