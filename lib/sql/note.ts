import { appendFileSync } from "node:fs";
import { join } from "node:path";

/** Where tests note which statements were run, one file a process; unset outside them. */
export const noteFolder = process.env.TRIBUNE_STATEMENTS || undefined;

const noted = new WeakSet<TemplateStringsArray>();

/** Notes that a statement was run and its answer known: once a process. What is filled into it doesn't matter. */
export function noteStatement(written: TemplateStringsArray): void {
  if (noteFolder === undefined || noted.has(written)) return;
  noted.add(written);
  appendFileSync(
    join(noteFolder, `${process.pid}.jsonl`),
    `${JSON.stringify(statementOf(written))}\n`,
  );
}

/** The words of a statement as they stand in the source, by which it is known again. */
export function statementOf(written: readonly string[]): string {
  return written.join("$").replace(/\s+/g, " ").trim();
}
