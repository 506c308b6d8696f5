/**
 * What a text is made of once it is read. There is no node for an image, a script or markup of any other kind: what is
 * not here cannot be shown.
 */
export type Mark = "strong" | "em" | "strike" | "code";

/** A stretch of text under the same marks. A line feed in it is a line break. */
export type Run = { text: string; marks: readonly Mark[]; href: string | null };

export type ListItem = {
  /** The number that stands before it; null for a bullet. */
  number: number | null;
  /** Null when it is no task. */
  checked: boolean | null;
  children: Block[];
};

/** `gap` is the number of blank lines that stood before it. */
export type Block = { gap: number } & (
  | { type: "paragraph"; runs: Run[] }
  | { type: "heading"; level: number; runs: Run[] }
  | { type: "code"; language: string | null; text: string }
  | { type: "quote"; children: Block[] }
  | { type: "list"; items: ListItem[] }
  | { type: "table"; head: Run[][]; rows: Run[][][] }
  | { type: "rule" }
);

/** Quotes and lists deeper than this are shown on the deepest level: no person writes them, and no stack holds them. */
export const deepest = 12;

/** A block and the line after it. */
export type Taken = { block: Block; next: number };
