import { fold } from "#lib/fold.ts";
import { fieldOf, isListHeader } from "#lib/tickets/field-names.ts";
import { keyPattern } from "#lib/tickets/keys.ts";

const nearlyAll = 0.95;

/**
 * Which column holds the issue keys where none is named so: nearly all its cells are filled, nearly
 * all look like keys, and hardly two are the same (a parent's key or a link repeats, or is missing).
 * The fullest such column wins, then the first. Null when a header names the key or none qualifies.
 */
export function findKeyColumn(headers: string[], sample: string[][]): number | null {
  if (sample.length === 0 || headers.some((header) => fieldOf(header) === "key")) return null;
  let best: { index: number; filled: number } | null = null;
  for (const [index, header] of headers.entries()) {
    if (fieldOf(header) !== null || isListHeader(header) || isParent(header)) continue;
    const cells = sample.map((row) => (row[index] ?? "").trim()).filter((cell) => cell !== "");
    if (cells.length < sample.length * nearlyAll || cells.length <= (best?.filled ?? 0)) continue;
    if (cells.filter((cell) => keyPattern.test(cell)).length < cells.length * nearlyAll) continue;
    if (new Set(cells).size < cells.length / 2) continue;
    best = { index, filled: cells.length };
  }
  return best?.index ?? null;
}

function isParent(header: string): boolean {
  return /parent|epic|epica|epik|padre|principal|nadrzedn|pai\b/.test(fold(header));
}
