import autocannon from "autocannon";
import type { Bench } from "./bench.ts";
import { type Figure, times } from "./figure.ts";
import { startProduct } from "./product.ts";
import { median } from "./requests.ts";

const ROWS = 100_000;
const CONNECTIONS = 8;
const SECONDS = 8;
const ROUNDS = 5;

/** The data request of the list, signed in, beside the smallest answer that the same app can give, in turns. */
export async function benchmarkList({ companyOf, say }: Bench): Promise<Figure[]> {
  const product = await startProduct(await companyOf(ROWS));
  const ask = async (path: string) => {
    const result = await autocannon({
      url: `${product.url}${path}`,
      connections: CONNECTIONS,
      duration: SECONDS,
      headers: { cookie: product.cookie },
    });
    if (result.non2xx > 0 || result.errors > 0) throw new Error(`${path} was refused`);
    return { perSecond: result.requests.average, p95: result.latency.p97_5 };
  };
  try {
    for (const path of ["/api/health/live", "/api/insights"]) await ask(path);
    const least: number[] = [];
    const list: number[] = [];
    const slow: number[] = [];
    for (let round = 1; round <= ROUNDS; round += 1) {
      least.push((await ask("/api/health/live")).perSecond);
      const { perSecond, p95 } = await ask("/api/insights");
      list.push(perSecond);
      slow.push(p95);
      say(`round ${round}: ${least.at(-1)} and ${perSecond} requests a second`);
    }
    const ratio = median(list.map((perSecond, at) => perSecond / (least[at] ?? 1)));
    return [
      {
        what: `GET /api/insights, ${ROWS.toLocaleString("en")} insights, 50 rows with all columns, ${CONNECTIONS} connections, beside Response.json({})`,
        measured: `${times(ratio)} (${median(list).toFixed(0)} beside ${median(least).toFixed(0)} requests a second; 97.5 % within ${median(slow).toFixed(0)} ms)`,
        promised: "at least 0.20",
      },
    ];
  } finally {
    await product.stop();
  }
}
