import type { Direction } from "#lib/okrs/progress.ts";
import type { KeyResultRow } from "#lib/okrs/views.ts";

export type DraftKeyResult = {
  /** Of the form only: React's key. */
  key: string;
  title: string;
  direction: Direction;
  start: string;
  target: string;
  unit: string;
};

export function emptyKeyResult(): DraftKeyResult {
  return {
    key: crypto.randomUUID(),
    title: "",
    direction: "more",
    start: "0",
    target: "",
    unit: "",
  };
}

export function draftOf(
  {
    id,
    title,
    direction,
    start,
    target,
    unit,
  }: Pick<KeyResultRow, "id" | "title" | "direction" | "start" | "target" | "unit">,
  written: (number: number) => string,
): DraftKeyResult {
  return {
    key: id,
    title: title ?? "",
    direction,
    start: written(start),
    target: written(target),
    unit: unit ?? "",
  };
}

/** What the command reads, numbers as they were typed. An empty line with no target is no key result. */
export function asKeyResults(drafts: readonly DraftKeyResult[]) {
  return drafts
    .filter((draft) => draft.title.trim() || draft.target.trim() || draft.direction === "hit")
    .map(asKeyResult);
}

export function asKeyResult({ title, direction, start, target, unit }: DraftKeyResult) {
  return {
    title: title.trim() || null,
    direction,
    start: direction === "hit" ? 0 : start,
    target: direction === "hit" ? 1 : target,
    unit: unit.trim() || null,
  };
}

/** An owner as the form's one list has it: "company", "mine", "tribe:<id>", "department:<id>", "craft:<code>". */
export function asOwner(choice: string) {
  const [kind = "", id = null] = choice.split(":");
  const none = { departmentId: null, tribeId: null, craft: null };
  if (kind === "company") return { ...none, level: "company" };
  if (kind === "mine") return { ...none, level: "individual" };
  return {
    level: "department",
    departmentId: kind === "department" ? id : null,
    tribeId: kind === "tribe" ? id : null,
    craft: kind === "craft" ? id : null,
  };
}
