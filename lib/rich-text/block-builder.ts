import { asCell } from "./flatten-blocks.ts";
import { sameMarks, textOf } from "./runs.ts";
import { splitParagraphs } from "./split-paragraphs.ts";
import { type Block, deepest, type ListItem, type Mark, type Run } from "./tree.ts";

/** What can be opened. A number list counts from `start`; `number` and `checked` are an item's own. */
export type Opening =
  | { type: "paragraph" | "quote" | "row" | "table" | "other" }
  | { type: "heading"; level: number }
  | { type: "code"; language?: string | null }
  | { type: "list"; start?: number | null }
  | { type: "item"; checked?: boolean | null; number?: number | null }
  | { type: "cell"; isHead?: boolean };

export type BlockBuilder = {
  open: (opening: Opening) => void;
  /** Closes what was opened last. */
  close: () => void;
  text: (text: string, marks?: readonly Mark[], href?: string | null) => void;
  /** A word of its own, such as a mention or a card: blanks part it from its neighbours. */
  word: (text: string, href?: string | null) => void;
  /** Says of the item around that it is a task, done or not. */
  task: (checked: boolean) => void;
  rule: () => void;
  /** Ends the words before, as if a paragraph ended; nothing needs closing. */
  breakWords: () => void;
  finish: () => Block[];
};

type Frame =
  | { type: "blocks"; as: "root" | "quote"; blocks: Block[] }
  | { type: "item"; checked: boolean | null; number: number | null; blocks: Block[] }
  | { type: "cell"; isHead: boolean; blocks: Block[] }
  | { type: "list"; next: number | null; items: ListItem[] }
  | { type: "table"; rows: { cells: Run[][]; isHead: boolean }[] }
  | {
      type: "words";
      as: "paragraph" | "code" | { level: number };
      language: string | null;
      runs: Run[];
      ended: boolean;
    }
  | { type: "none" };

/**
 * Makes a tree out of what a reader of ADF, wiki markup or HTML meets, in the order in which it meets it. It never
 * complains: what is not where it belongs is put where it can stand, what is too deep stands on the deepest level, and
 * no text is dropped. Nothing in it calls itself, so depth costs no stack.
 */
export function blockBuilder(): BlockBuilder {
  const root: Frame = { type: "blocks", as: "root", blocks: [] };
  const frames: Frame[] = [];
  const containers: Frame[] = [root];
  let loose: Run[] = [];
  let afterWord = false;

  const top = () => containers.at(-1) ?? root;

  function wordsHere(): Run[] {
    const frame = top();
    return frame.type === "words" ? frame.runs : loose;
  }

  function add(block: Block): void {
    const frame = top();
    if (frame.type === "list")
      frame.items.push(item(frame, { checked: null, number: null }, [block]));
    else if (frame.type === "table") frame.rows.push({ cells: [asCell([block])], isHead: false });
    else if (frame.type !== "words" && frame.type !== "none") frame.blocks.push(block);
  }

  function breakWords(): void {
    const runs = loose;
    loose = [];
    for (const paragraph of splitParagraphs(runs))
      add({ gap: 0, type: "paragraph", runs: paragraph });
  }

  function open(opening: Opening): void {
    const around = top();
    // A block inside of a paragraph or a heading ends its words; inside of code it is words.
    if (around.type === "words" && around.as !== "code") endWords(around);
    breakWords();
    const frame = top().type === "words" ? none : frameOf(opening, containers);
    frames.push(frame);
    if (frame.type !== "none") containers.push(frame);
  }

  /** What follows in it once the block inside has ended stands loose in the container around. */
  function endWords(frame: Frame & { type: "words" }): void {
    if (frame.ended) return;
    frame.ended = true;
    containers.pop();
    for (const block of wordBlocks(frame)) add(block);
  }

  function close(): void {
    const frame = frames.pop();
    breakWords();
    if (!frame || frame.type === "none") return;
    if (frame.type === "words") {
      endWords(frame);
      return;
    }
    containers.pop();
    put(frame, top(), add);
  }

  return {
    open,
    close,
    breakWords,
    text(text, marks = [], href = null) {
      if (text === "") return;
      const runs = wordsHere();
      if (afterWord && runs.length > 0 && /^[\p{L}\p{N}]/u.test(text)) runs.push(blank);
      afterWord = false;
      append(runs, { text, marks, href });
    },
    word(text, href = null) {
      if (text === "") return;
      const runs = wordsHere();
      if (/[^\s([{«"'’]$/u.test(runs.at(-1)?.text ?? "")) runs.push(blank);
      runs.push({ text, marks: [], href });
      afterWord = true;
    },
    task(checked) {
      const item = containers.findLast(({ type }) => type === "item");
      if (item?.type === "item") item.checked ??= checked;
    },
    rule() {
      open({ type: "other" });
      add({ gap: 0, type: "rule" });
      close();
    },
    finish() {
      while (frames.length > 0) close();
      breakWords();
      return root.blocks;
    },
  };
}

/** Readers hand over their text in small pieces: they are joined at once. */
function append(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last && last.href === run.href && sameMarks(last.marks, run.marks)) {
    runs[runs.length - 1] = { ...last, text: last.text + run.text };
  } else runs.push(run);
}

const blank: Run = { text: " ", marks: [], href: null };
const none: Frame = { type: "none" };

function frameOf(opening: Opening, containers: readonly Frame[]): Frame {
  switch (opening.type) {
    case "paragraph":
    case "other":
      return opening.type === "other" ? none : words("paragraph");
    case "heading":
      return words({ level: Math.min(Math.max(Math.trunc(opening.level) || 1, 1), 6) });
    case "code":
      return words("code", opening.language);
    case "cell":
      return containers.at(-1)?.type === "table"
        ? { type: "cell", isHead: opening.isHead ?? false, blocks: [] }
        : none;
    case "row": {
      const table = containers.at(-1);
      if (table?.type === "table") table.rows.push({ cells: [], isHead: true });
      return none;
    }
    case "table":
      // A table within a cell is read as its cells, one under the other.
      return isFull(containers) ||
        containers.some(({ type }) => type === "cell" || type === "table")
        ? none
        : { type: "table", rows: [] };
    case "quote":
      return isFull(containers) ? none : { type: "blocks", as: "quote", blocks: [] };
    case "list":
      return isFull(containers) ? none : { type: "list", next: opening.start ?? null, items: [] };
    case "item":
      return containers.at(-1)?.type === "list"
        ? {
            type: "item",
            checked: opening.checked ?? null,
            number: opening.number ?? null,
            blocks: [],
          }
        : none;
  }
}

function words(as: "paragraph" | "code" | { level: number }, language?: string | null): Frame {
  return { type: "words", as, language: language ?? null, runs: [], ended: false };
}

/** A list is two frames; the level counts quotes and lists, as the form does. */
function isFull(containers: readonly Frame[]): boolean {
  return containers.length > deepest * 2 || levels(containers) >= deepest;
}

function levels(containers: readonly Frame[]): number {
  return containers.filter(
    (frame) => frame.type === "list" || (frame.type === "blocks" && frame.as === "quote"),
  ).length;
}

function wordBlocks(frame: Frame & { type: "words" }): Block[] {
  if (frame.as === "code") {
    return [{ gap: 0, type: "code", language: frame.language, text: textOf(frame.runs) }];
  }
  if (frame.as !== "paragraph") {
    return [{ gap: 0, type: "heading", level: frame.as.level, runs: frame.runs }];
  }
  return splitParagraphs(frame.runs).map((runs) => ({ gap: 0, type: "paragraph", runs }));
}

function item(
  list: Frame & { type: "list" },
  own: { checked: boolean | null; number: number | null },
  children: Block[],
): ListItem {
  const number = list.next === null ? null : (own.number ?? list.next);
  if (number !== null) list.next = number + 1;
  return { number, checked: own.checked, children };
}

function put(frame: Frame, into: Frame, add: (block: Block) => void): void {
  if (frame.type === "blocks") add({ gap: 0, type: "quote", children: frame.blocks });
  else if (frame.type === "item" && into.type === "list")
    into.items.push(item(into, frame, frame.blocks));
  else if (frame.type === "list") add({ gap: 0, type: "list", items: frame.items });
  else if (frame.type === "cell" && into.type === "table") {
    const row = into.rows.at(-1) ?? { cells: [], isHead: true };
    if (into.rows.length === 0) into.rows.push(row);
    row.cells.push(asCell(frame.blocks));
    if (!frame.isHead) row.isHead = false;
  } else if (frame.type === "table") {
    const filled = frame.rows.filter(({ cells }) => cells.length > 0);
    const [first, ...rest] = filled;
    if (!first) return;
    const hasHead = first.isHead && rest.length > 0;
    const rows = (hasHead ? rest : filled).map(({ cells }) => cells);
    add({ gap: 0, type: "table", head: hasHead ? first.cells : first.cells.map(() => []), rows });
  }
}
