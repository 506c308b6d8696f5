export type SampleDirection = "more" | "less" | "keep" | "hit";

export type SampleKeyResult = {
  /** "D1.2": the second key result of D1. */
  code: string;
  /** Null when the objective is its own measure. */
  title: string | null;
  direction: SampleDirection;
  /** Yes is 1, no is 0. */
  start: number;
  target: number;
  now: number;
  unit: string | null;
};

export type SampleObjective = {
  code: string;
  /** Counted from the current quarter. */
  quarter: number;
  level: "company" | "department" | "individual";
  owner:
    | { type: "company" }
    | { type: "department"; code: string }
    | { type: "tribe"; code: string }
    | { type: "craft"; code: string }
    | { type: "person"; name: string };
  /** The manager it was agreed with, for an individual one. */
  agreedWith: string | null;
  parent: string | null;
  commitment: "committed" | "aspirational";
  title: string;
  /** Who checks in. */
  heldBy: string;
  keyResults: SampleKeyResult[];
};

/**
 * Reads blocks: "code quarter commitment owner heldBy parent [agreedWith]" on the first line (people with
 * underscores for spaces), the title, then one line a key result: "direction start target now unit |
 * words", with no words when the objective is its own measure.
 */
export function readObjectives(text: string): SampleObjective[] {
  return text
    .trim()
    .split(/\n\n+/)
    .map((block) => readObjective(block.split("\n")));
}

function readObjective([head = "", title = "", ...lines]: string[]): SampleObjective {
  const [code = "", quarter, commitment, ownerWord = "", held = "", parent, agreed] =
    head.split(" ");
  const owner = readOwner(ownerWord);
  return {
    code,
    quarter: Number(quarter),
    level: levelOf(owner),
    owner,
    agreedWith: agreed === undefined ? null : spaced(agreed),
    parent: parent === undefined || parent === "-" ? null : parent,
    commitment: commitment === "committed" ? "committed" : "aspirational",
    title,
    heldBy: spaced(held),
    keyResults: lines.map((line, index) => readKeyResult(`${code}.${index + 1}`, line)),
  };
}

function readOwner(word: string): SampleObjective["owner"] {
  const [type, code = ""] = word.split(":");
  if (type === "department" || type === "tribe" || type === "craft") return { type, code };
  return type === "person" ? { type, name: spaced(code) } : { type: "company" };
}

function levelOf(owner: SampleObjective["owner"]): SampleObjective["level"] {
  if (owner.type === "company") return "company";
  return owner.type === "person" ? "individual" : "department";
}

function readKeyResult(code: string, line: string): SampleKeyResult {
  const [numbers = "", words] = line.split(" | ");
  const [directionWord, start, target, now, unit] = numbers.split(" ");
  const direction = directions.find((known) => known === directionWord);
  if (direction === undefined) throw new Error(`No direction: ${line}`);
  return {
    code,
    title: words ?? null,
    direction,
    start: Number(start),
    target: Number(target),
    now: Number(now),
    unit: unit === undefined || unit === "-" ? null : unit,
  };
}

const directions: SampleDirection[] = ["more", "less", "keep", "hit"];

function spaced(word: string): string {
  return word.replaceAll("_", " ");
}
