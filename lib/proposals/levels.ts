import { kindOf } from "#lib/matching/duplicates/likeness.ts";

/** What is said of how alike two insights are; null: nothing. */
export function levelOf(score: number): "looks-same" | "similar" | null {
  const kind = kindOf(score);
  return kind === "same" ? "looks-same" : kind;
}
