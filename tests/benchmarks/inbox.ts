import { createDatabase } from "#lib/db.ts";
import type { Bench } from "./bench.ts";
import { type Figure, milliseconds, times } from "./figure.ts";
import { type Product, startProduct } from "./product.ts";
import { listQuestions, type Question } from "./questions.ts";
import { emptyPage, median, percentile, timed } from "./requests.ts";

const FEW = 1_000;
const MANY = 100_000;
const ROUNDS = 20;
const WARM_UP = 200;

type Measured = Question & { few: number[]; many: number[] };

/**
 * The first page of the inbox, from the request to its last byte, one request at a time over one open connection: the
 * same build serves a small company and a big one, and a page with nothing on it, in turns.
 */
export async function benchmarkInbox({ companyOf, say }: Bench): Promise<Figure[]> {
  const [fewUrl, manyUrl] = [await companyOf(FEW), await companyOf(MANY)];
  const few = await startProduct(fewUrl);
  const many = await startProduct(manyUrl);
  try {
    const asked = [await questionsOf(fewUrl), await questionsOf(manyUrl)] as const;
    await warmUp([few, many]);
    const empty: number[] = [];
    const measured: Measured[] = [];
    for (const [at, question] of asked[1].entries()) {
      const one: Measured = { ...question, few: [], many: [] };
      for (let round = 0; round < ROUNDS; round += 1) {
        one.few.push(await pageTime(few, asked[0][at]?.query ?? ""));
        one.many.push(await pageTime(many, question.query));
        empty.push((await timed(`${many.url}${emptyPage.path}`, many.cookie)).ms);
      }
      measured.push(one);
      say(`${milliseconds(median(one.few))} ${milliseconds(median(one.many))} ${one.query}`);
    }
    return figures(measured, empty);
  } finally {
    await few.stop();
    await many.stop();
  }
}

async function pageTime(product: Product, query: string): Promise<number> {
  return (await timed(`${product.url}/insights?${query}`, product.cookie)).ms;
}

/** Until the compiler has seen it all. */
async function warmUp(products: readonly Product[]): Promise<void> {
  for (let round = 0; round < WARM_UP; round += 1)
    for (const product of products) {
      await pageTime(product, "state=all");
      await timed(`${product.url}${emptyPage.path}`, product.cookie);
    }
}

async function questionsOf(databaseUrl: string): Promise<Question[]> {
  const database = createDatabase(databaseUrl, 1);
  try {
    return await listQuestions(database);
  } finally {
    await database.$disconnect();
  }
}

function figures(measured: readonly Measured[], empty: readonly number[]): Figure[] {
  const groups = [...new Set(measured.map(({ group }) => group))];
  // Words neither rare nor common are looked at beside what is promised.
  const promised = measured.filter(({ group }) => group !== "middling word");
  const rest = median(empty);
  return [
    ...groups.map((group) => {
      const worst = measured
        .filter((one) => one.group === group)
        .toSorted((a, b) => excess(b) - excess(a))[0];
      const few = median(worst?.few ?? []);
      const many = median(worst?.many ?? []);
      return {
        what: `Inbox, ${group}, at its worst: ${readable(worst?.query ?? "")}`,
        measured: `${milliseconds(many)} (p95 ${milliseconds(percentile(worst?.many ?? [], 0.95))}) with ${MANY.toLocaleString("en")} insights, ${milliseconds(few)} (p95 ${milliseconds(percentile(worst?.few ?? [], 0.95))}) with ${FEW.toLocaleString("en")}: ${times(many / few)} times, ${milliseconds(many - few)} more`,
        promised: "at most 1.3 times, or 2 ms more",
      };
    }),
    {
      what: `Inbox with ${MANY.toLocaleString("en")} insights beside an empty page (${emptyPage.what})`,
      measured: `${milliseconds(median(promised.flatMap(({ many }) => many)))} beside ${milliseconds(rest)}: ${milliseconds(median(promised.flatMap(({ many }) => many)) - rest)} more; at its worst ${milliseconds(Math.max(...promised.map(({ many }) => median(many))) - rest)} more`,
      promised: "at most 10 ms more",
    },
  ];
}

/** How far beyond the promise, in milliseconds. */
function excess({ few, many }: Measured): number {
  const base = median(few);
  return median(many) - Math.max(base * 1.3, base + 2);
}

const readable = (query: string) =>
  decodeURIComponent(query).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…");
