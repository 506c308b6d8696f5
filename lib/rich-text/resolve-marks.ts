import { joinRuns } from "./runs.ts";
import type { Mark, Run } from "./tree.ts";

/** A stretch of text, or a sign that may begin or end a mark. */
export type Piece =
  | { type: "text"; text: string; code?: boolean; href?: string | null; marks?: readonly Mark[] }
  | { type: "sign"; text: string; mark: Mark; opens: boolean; closes: boolean };

/** In one paragraph; the words after so many signs are words. No person writes as many. */
export const mostPieces = 20_000;

/**
 * Pairs the signs. A mark is open once at most, one that would cross another stays as it is written: so each piece is
 * looked at once for each kind of mark, however hostile the text.
 */
export function resolveMarks(pieces: readonly Piece[]): Run[] {
  const marks: Mark[][] = pieces.map((piece) =>
    piece.type === "text" ? [...(piece.marks ?? [])] : [],
  );
  const used = new Set<number>();
  const open = new Map<Mark, number>();
  pieces.forEach((piece, index) => {
    if (piece.type !== "sign") return;
    const start = open.get(piece.mark);
    if (start !== undefined && piece.closes && index > start + 1) {
      for (let inside = start + 1; inside < index; inside += 1) marks[inside]?.push(piece.mark);
      used.add(start).add(index);
      for (const [mark, at] of open) if (at >= start) open.delete(mark);
    } else if (piece.opens && start === undefined) open.set(piece.mark, index);
  });
  const runs = pieces.map((piece, index): Run => {
    if (used.has(index)) return { text: "", marks: [], href: null };
    const own = marks[index] ?? [];
    if (piece.type === "sign") return { text: piece.text, marks: own, href: null };
    return {
      text: piece.text,
      marks: piece.code ? [...own, "code"] : own,
      href: piece.href ?? null,
    };
  });
  return joinRuns(runs);
}
