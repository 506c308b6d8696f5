import { trimRuns } from "./runs.ts";
import type { Run } from "./tree.ts";

/** Runs as paragraphs, parted where a blank line stands in them; empty ones go. */
export function splitParagraphs(runs: readonly Run[]): Run[][] {
  const paragraphs: Run[][] = [];
  let paragraph: Run[] = [];
  let line: Run[] = [];
  const endLine = () => {
    if (line.some(({ text }) => text.trim() !== "")) {
      if (paragraph.length > 0) paragraph.push({ text: "\n", marks: [], href: null });
      for (const run of line) paragraph.push(run);
    } else {
      if (paragraph.length > 0) paragraphs.push(trimRuns(paragraph));
      paragraph = [];
    }
    line = [];
  };
  for (const run of runs) {
    const [first = "", ...rest] = run.text.split("\n");
    if (first !== "") line.push({ ...run, text: first });
    for (const text of rest) {
      endLine();
      if (text !== "") line.push({ ...run, text });
    }
  }
  endLine();
  if (paragraph.length > 0) paragraphs.push(trimRuns(paragraph));
  return paragraphs;
}
