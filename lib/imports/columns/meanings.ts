/** What a person may say of a column; `keep` is a field of its own, `omit` is left out. */
export const meanings = [
  "summary",
  "description",
  "created",
  "updated",
  "resolved",
  "organisations",
  "reporter",
  "reporterId",
  "status",
  "severity",
  "issueType",
  "requestType",
  "labels",
  "keep",
  "omit",
] as const;

export type ColumnMeaning = (typeof meanings)[number];

export const dateMeanings = ["created", "updated", "resolved"] as const;

/** Whether several columns may mean it. */
export function isSeveral(meaning: ColumnMeaning): boolean {
  return meaning === "description" || meaning === "organisations" || meaning === "labels";
}

export function isDateMeaning(meaning: ColumnMeaning): meaning is (typeof dateMeanings)[number] {
  return meaning === "created" || meaning === "updated" || meaning === "resolved";
}
