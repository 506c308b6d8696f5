import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lineBatches } from "#lib/export/line-batches.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tribune-lines-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function linesOf(text: string) {
  const path = join(folder, "lines");
  await writeFile(path, text);
  const found: { from: number; count: number }[] = [];
  const lines: string[] = [];
  for await (const batch of lineBatches(path)) {
    found.push({ from: batch.from, count: batch.lines.length });
    lines.push(...batch.lines);
  }
  return { found, lines };
}

test("a line ends at \\n and nowhere else, and the last one needs none", async () => {
  const { lines } = await linesOf('{"a":"\u2028\u2029\u0085\r"}\n{"b":1}');
  expect(lines).toEqual(['{"a":"\u2028\u2029\u0085\r"}', '{"b":1}']);
  expect((await linesOf("")).lines).toEqual([]);
});

test("long lines and many lines come in pieces, each with the number of its first", async () => {
  const long = "é".repeat(700_000);
  const written = [...Array.from({ length: 2500 }, (_, index) => String(index)), long, "end"];
  const { found, lines } = await linesOf(`${written.join("\n")}\n`);
  expect(lines).toEqual(written);
  expect(found.map(({ from }) => from)).toEqual([1, 1001, 2001]);
});
