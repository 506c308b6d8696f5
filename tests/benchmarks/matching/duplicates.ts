import { duplicateIndex } from "#lib/matching/duplicates/index-of-texts.ts";
import { readCells, readTable, type Table } from "./read-table.ts";
import { share } from "./share.ts";

/**
 * Of each pair the first report is searched for among all others: how often the second is among the likeliest, and how
 * long that takes. Pairs whose reports are not both in the file are left out.
 */
export async function benchmarkDuplicates(reportsPath: string, pairsPath: string) {
  const table = await readTable(reportsPath);
  const [, ...told] = await readCells(pairsPath);
  const known = idsOf(table, told);
  const pairs = told.flatMap(([one = "", other = ""]) => {
    const [first, second] = [known.get(one.trim()), known.get(other.trim())];
    return first === undefined || second === undefined || first === second ? [] : [[first, second]];
  });
  const index = duplicateIndex();
  for (const [at, { ticket }] of table.rows.entries()) {
    const { title, body, createdAt } = ticket;
    index.put({ id: String(at), title, body, saidAt: createdAt?.getTime() ?? 0 });
  }
  index.trainTopics();
  const ranks: number[] = [];
  const times: number[] = [];
  for (const [first = "", second = ""] of pairs) {
    const begun = performance.now();
    const likeliest = index.likeliest(first, 5);
    times.push(performance.now() - begun);
    const rank = likeliest.findIndex(({ id }) => id === second);
    ranks.push(rank === -1 ? Number.POSITIVE_INFINITY : rank);
  }
  const within = (most: number) => share(ranks.filter((rank) => rank < most).length, ranks.length);
  const slow = times.sort((a, b) => a - b)[Math.max(0, Math.ceil(times.length * 0.95) - 1)] ?? 0;
  return {
    pairs: pairs.length,
    top1: within(1),
    top3: within(3),
    top5: within(5),
    msP95: Number(slow.toFixed(2)),
  };
}

/** By the column that holds the most of what the pairs name. */
function idsOf({ headers, rows }: Table, pairs: string[][]): Map<string, string> {
  const named = new Set(pairs.flatMap(([one = "", other = ""]) => [one.trim(), other.trim()]));
  let best = { found: 0, ids: new Map<string, string>() };
  for (const column of headers.keys()) {
    const ids = new Map(rows.map(({ cells }, at) => [(cells[column] ?? "").trim(), String(at)]));
    const found = [...named].filter((id) => id !== "" && ids.has(id)).length;
    if (found > best.found) best = { found, ids };
  }
  return best.ids;
}
