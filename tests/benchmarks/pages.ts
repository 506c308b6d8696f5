import autocannon from "autocannon";
import { moment } from "#lib/clock.ts";
import { currentQuarter } from "#lib/quarter.ts";
import type { Bench } from "./bench.ts";
import { type Figure, kilobytes, milliseconds, times } from "./figure.ts";
import { firstByte } from "./first-byte.ts";
import { type Product, startProduct } from "./product.ts";
import { emptyPage, median, timed } from "./requests.ts";
import { chief, fillSample } from "./sample.ts";

const CONNECTIONS = 8;
const SECONDS = 4;
const ROUNDS = 3;
const WARM_UP = 60;
const LOOKS = 60;

type Page = { what: string; path: string; least: number };

const plain = { what: "50 plain rows", path: "/bench/plain-rows", least: 1 };

/** Pages of the sample company, each with the share of the plain rows' requests a second that is promised. */
function listPages(): Page[] {
  const quarter = currentQuarter(moment());
  return [
    { what: "An empty page", path: emptyPage.path, least: 0.5 },
    { what: "Today", path: "/", least: 0.3 },
    { what: "Inbox", path: "/insights", least: 0.3 },
    { what: "One insight", path: "/insights/INS-1500", least: 0.3 },
    { what: "Roadmap", path: `/roadmap/${quarter}`, least: 0.2 },
    { what: "OKRs", path: `/okrs/${quarter}`, least: 0.2 },
    { what: "Dashboard", path: `/dashboards/${quarter}`, least: 0.2 },
    { what: "Themes", path: "/themes", least: 0.2 },
    { what: "Initiatives", path: "/initiatives", least: 0.2 },
  ];
}

type Measured = Page & { perSecond: number[]; firstBytes: number[]; bytes: number };

/**
 * How many requests a second each page answers and how soon, in turns with the least that the same build can do: a
 * page of fifty plain rows, which is there for this only.
 */
export async function benchmarkPages({ databaseUrl, say }: Bench): Promise<Figure[]> {
  say("Making the sample company …");
  await fillSample(databaseUrl);
  const product = await startProduct(databaseUrl, undefined, chief);
  try {
    const all: Measured[] = [];
    for (const page of [plain, ...listPages()])
      all.push({ ...page, perSecond: [], firstBytes: [], bytes: await warmedUp(product, page) });
    for (let look = 0; look < LOOKS; look += 1)
      for (const { path, firstBytes } of all)
        firstBytes.push(await firstByte(product.url + path, product.cookie));
    for (let round = 1; round <= ROUNDS; round += 1)
      for (const { what, path, perSecond } of all) {
        perSecond.push(await requestsPerSecond(product, path));
        say(`round ${round}: ${what} ${perSecond.at(-1)} a second`);
      }
    return figures(all);
  } finally {
    await product.stop();
  }
}

/** Until the compiler has seen it all. @returns the bytes of its HTML before they are packed */
async function warmedUp(product: Product, { path }: Page): Promise<number> {
  const sizes: number[] = [];
  for (let round = 0; round < WARM_UP; round += 1)
    sizes.push((await timed(product.url + path, product.cookie)).bytes);
  return sizes.at(-1) ?? 0;
}

async function requestsPerSecond(product: Product, path: string): Promise<number> {
  const result = await autocannon({
    url: product.url + path,
    connections: CONNECTIONS,
    duration: SECONDS,
    headers: { cookie: product.cookie, accept: "text/html" },
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${path} was refused`);
  return result.requests.average;
}

function figures([rows, empty, ...others]: readonly Measured[]): Figure[] {
  if (!rows || !empty) return [];
  const beside = median(empty.firstBytes);
  return [empty, ...others].map((page) => {
    const ratio = median(page.perSecond.map((one, round) => one / (rows.perSecond[round] ?? 1)));
    const later = median(page.firstBytes) - beside;
    const isEmpty = page === empty;
    return {
      what: `${page.what} beside 50 plain rows, ${CONNECTIONS} connections`,
      measured: `${times(ratio)} (${median(page.perSecond).toFixed(0)} beside ${median(rows.perSecond).toFixed(0)} requests a second); ${kilobytes(page.bytes)}; first byte ${isEmpty ? `after ${milliseconds(beside)}` : `${milliseconds(later)} later than the empty page’s`}`,
      promised: `at least ${times(page.least)}; ${isEmpty ? "at most 40 kB" : "at most 15 ms later"}`,
    };
  });
}
