import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { statementsFolder } from "#lib/env.ts";

const folder = statementsFolder();

const noted = new WeakSet<TemplateStringsArray>();

/** Notes for tests that a statement was run and its answer known: one file a process, each statement once. */
export function noteStatement(written: TemplateStringsArray): void {
  if (folder === null || noted.has(written)) return;
  noted.add(written);
  appendFileSync(join(folder, `${process.pid}.jsonl`), `${JSON.stringify(statementOf(written))}\n`);
}

/** The words of a statement as they stand in the source, by which it is known again. */
export function statementOf(written: readonly string[]): string {
  return written.join("$").replace(/\s+/g, " ").trim();
}
