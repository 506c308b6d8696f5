import type { WorkSubject } from "#lib/imports/subjects.ts";

/** What a person may say of a column, by what the file holds. What is left out is named in the import's report. */
export const workMeanings = {
  themes: ["title", "description", "place", "insights", "id", "omit"],
  initiatives: [
    ...["title", "description", "place", "kind", "origin", "originReason", "reach", "impact"],
    ...["confidence", "effort", "quarter", "epicKey", "themes", "keyResults", "id", "omit"],
  ],
  okrs: [
    ...["objective", "keyResult", "title", "type", "level", "place", "quarter", "commitment"],
    ...["direction", "start", "target", "current", "unit", "parent", "id", "omit"],
  ],
} as const satisfies Record<WorkSubject, readonly string[]>;

export type WorkMeaning = (typeof workMeanings)[WorkSubject][number];

const all: ReadonlySet<string> = new Set(Object.values(workMeanings).flat());

export function isWorkMeaning(word: string): word is WorkMeaning {
  return all.has(word);
}

/** Several columns may say where something belongs, hold relations, or be parts of its text. */
const several: ReadonlySet<WorkMeaning> = new Set([
  ...(["place", "description", "insights", "themes", "keyResults", "omit"] as const),
]);

export function mayRepeat(meaning: WorkMeaning): boolean {
  return several.has(meaning);
}

/** Whether a file with these meanings can be read at all. */
export function namesRows(subject: WorkSubject, columns: readonly WorkMeaning[]): boolean {
  if (subject !== "okrs") return columns.includes("title");
  return columns.includes("objective") || columns.includes("title");
}
