import type { Page } from "@playwright/test";
import type { Bench } from "./bench.ts";
import { launchBrowser, signedIn } from "./browser.ts";
import { type Figure, milliseconds } from "./figure.ts";
import { startProduct } from "./product.ts";
import { median, percentile } from "./requests.ts";

const ROWS = 100_000;
const MOVES = 200;
const TRIAGES = 60;
const PATIENCE_MS = 3000;

/**
 * A key in the inbox to its painted answer: from the instant at which the browser got the key (the event's own time
 * stamp) to the frame after the one in which the change was drawn.
 */
export async function benchmarkKey({ companyOf }: Bench): Promise<Figure[]> {
  const product = await startProduct(await companyOf(ROWS));
  const browser = await launchBrowser();
  try {
    const page = await (await signedIn(browser, product)).newPage();
    await page.goto(`${product.url}/insights`, { waitUntil: "networkidle" });
    await watchKeys(page);
    const moves: number[] = [];
    for (let at = 0; at < MOVES; at += 1)
      moves.push(await press(page, Math.floor(at / 40) % 2 === 0 ? "j" : "k"));
    const given: number[] = [];
    const undone: number[] = [];
    for (let at = 0; at < TRIAGES; at += 1) {
      given.push(await press(page, String(1 + (at % 4))));
      undone.push(await press(page, "z"));
    }
    return [
      figure("J and K: to the next insight and back", moves),
      figure("A digit: gives the insight to a Tribe", given),
      figure("Z: takes that back", undone),
    ];
  } finally {
    await browser.close();
    await product.stop();
  }
}

function figure(what: string, ms: readonly number[]): Figure {
  const unanswered = ms.filter((one) => one === Number.POSITIVE_INFINITY).length;
  return {
    what: `${what} (${ms.length} keys, to the paint)`,
    measured: `${unanswered > 0 ? `${unanswered} without an answer; ` : ""}p95 ${milliseconds(percentile(ms, 0.95))}, median ${milliseconds(median(ms))}, at most ${milliseconds(Math.max(...ms))}`,
    promised: "p95 at most 50 ms",
  };
}

/** Keeps in the page when the answer to the last key was painted; a key without an answer never is. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const state = { since: 0, changed: false, painted: Promise.resolve(0) };
    let settle: (ms: number) => void = () => {};
    addEventListener(
      "keydown",
      (event) => {
        state.since = event.timeStamp;
        state.changed = false;
        state.painted = new Promise((resolve) => {
          settle = resolve;
        });
      },
      { capture: true },
    );
    new MutationObserver(() => {
      if (state.changed || state.since === 0) return;
      state.changed = true;
      const { since } = state;
      requestAnimationFrame(() =>
        requestAnimationFrame((at) => settle(Math.max(at, performance.now()) - since)),
      );
    }).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    Object.assign(window, { keyPainted: () => state.painted });
  });
}

/** @returns milliseconds; infinity when nothing changed on the screen */
async function press(page: Page, key: string): Promise<number> {
  await page.keyboard.press(key);
  const ms = await page.evaluate<number | null>(
    `Promise.race([keyPainted(), new Promise((end) => setTimeout(end, ${PATIENCE_MS}, null))])`,
  );
  // As quick as somebody who sorts without reading.
  await page.waitForTimeout(60);
  return ms ?? Number.POSITIVE_INFINITY;
}
