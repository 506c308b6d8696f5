import type { BlockBuilder, Opening } from "./block-builder.ts";
import { cleanText } from "./clean-text.ts";
import { fileSign } from "./file-sign.ts";
import { numberOf, propertyOf, stringOf } from "./json-value.ts";
import { safeLink } from "./safe-link.ts";
import type { Mark } from "./tree.ts";

type Enter = (node: object, builder: BlockBuilder) => undefined | (() => void);

/** Enters a node: its own words are written; what comes back is called once its content was. */
export function adfNode(node: object, builder: BlockBuilder): undefined | (() => void) {
  return (entering.get(stringOf(node, "type")) ?? unknown)(node, builder);
}

const attribute = (node: object, name: string) => stringOf(propertyOf(node, "attrs"), name);
const numeric = (node: object, name: string) => numberOf(propertyOf(node, "attrs"), name);

function block(openingOf: (node: object) => Opening): Enter {
  return (node, builder) => {
    builder.open(openingOf(node));
    return builder.close;
  };
}

function word(wordsOf: (node: object) => string): Enter {
  return (node, builder) => {
    builder.word(cleanText(wordsOf(node)));
    return undefined;
  };
}

function words(wordsOf: (node: object) => string): Enter {
  return (node, builder) => {
    builder.text(cleanText(wordsOf(node)), ...marksOf(node));
    return undefined;
  };
}

/** A quote that begins with a title, if there is one. */
const titled: Enter = (node, builder) => {
  builder.open({ type: "quote" });
  builder.text(cleanText(attribute(node, "title")), ["strong"]);
  builder.breakWords();
  return builder.close;
};

const card: Enter = (node, builder) => {
  const url =
    attribute(node, "url") || stringOf(propertyOf(propertyOf(node, "attrs"), "data"), "url");
  builder.word(cleanText(url), safeLink(url));
  return undefined;
};

const file: Enter = (node, builder) => {
  const attrs = propertyOf(node, "attrs");
  const name = ["alt", "fileName", "__fileName", "name"]
    .map((key) => stringOf(attrs, key))
    .find(Boolean);
  const [, linked] = marksOf(node);
  builder.word(
    cleanText(`${fileSign} ${name ?? ""}`).trim(),
    safeLink(stringOf(attrs, "url")) ?? linked,
  );
  return undefined;
};

const unknown: Enter = (node, builder) => {
  const own = stringOf(node, "text") || attribute(node, "text") || attribute(node, "title");
  builder.text(cleanText(own), ...marksOf(node));
  return undefined;
};

/** A container whose name is all we need not know: what is in it stands by itself. */
const apart: Enter = (node, builder) => {
  builder.open({ type: "other" });
  unknown(node, builder);
  return builder.close;
};

const entering = new Map<string, Enter>([
  ["text", words((node) => stringOf(node, "text"))],
  ["hardBreak", words(() => "\n")],
  ["paragraph", block(() => ({ type: "paragraph" }))],
  ["caption", block(() => ({ type: "paragraph" }))],
  ["heading", block((node) => ({ type: "heading", level: numeric(node, "level") ?? 1 }))],
  ["blockquote", block(() => ({ type: "quote" }))],
  ["panel", titled],
  ["expand", titled],
  ["nestedExpand", titled],
  ["codeBlock", block((node) => ({ type: "code", language: attribute(node, "language") }))],
  ["bulletList", block(() => ({ type: "list" }))],
  ["decisionList", block(() => ({ type: "list" }))],
  ["taskList", block(() => ({ type: "list" }))],
  [
    "orderedList",
    block((node) => ({ type: "list", start: Math.trunc(numeric(node, "order") ?? 1) })),
  ],
  ["listItem", block(() => ({ type: "item" }))],
  ["decisionItem", block(() => ({ type: "item" }))],
  ["taskItem", block((node) => ({ type: "item", checked: attribute(node, "state") === "DONE" }))],
  [
    "blockTaskItem",
    block((node) => ({ type: "item", checked: attribute(node, "state") === "DONE" })),
  ],
  ["table", block(() => ({ type: "table" }))],
  ["tableRow", block(() => ({ type: "row" }))],
  ["tableHeader", block(() => ({ type: "cell", isHead: true }))],
  ["tableCell", block(() => ({ type: "cell" }))],
  ["mediaSingle", apart],
  ["mediaGroup", apart],
  ["layoutSection", apart],
  ["layoutColumn", apart],
  ["bodiedExtension", apart],
  ["extension", apart],
  ["media", file],
  ["mediaInline", file],
  ["inlineCard", card],
  ["blockCard", card],
  ["embedCard", card],
  ["mention", word((node) => at(attribute(node, "text") || attribute(node, "id")))],
  ["emoji", words((node) => attribute(node, "text") || attribute(node, "shortName"))],
  ["status", word((node) => attribute(node, "text"))],
  ["date", word(dayOf)],
  [
    "rule",
    (_node, builder) => {
      builder.rule();
      return undefined;
    },
  ],
]);

function at(name: string): string {
  return name === "" || name.startsWith("@") ? name : `@${name}`;
}

/** A day is told in milliseconds of UTC, as a number or in quotes. */
function dayOf(node: object): string {
  const told = attribute(node, "timestamp") || String(numeric(node, "timestamp") ?? "");
  const day = new Date(told === "" ? Number.NaN : Number(told));
  return Number.isNaN(day.getTime()) ? told : day.toISOString().slice(0, 10);
}

const markNames = new Map<string, Mark>([
  ["strong", "strong"],
  ["em", "em"],
  ["strike", "strike"],
  ["code", "code"],
]);

function marksOf(node: object): [Mark[], string | null] {
  const marks = propertyOf(node, "marks");
  if (!Array.isArray(marks)) return [[], null];
  const kinds = new Set<Mark>();
  let href: string | null = null;
  for (const mark of marks) {
    const kind = markNames.get(stringOf(mark, "type"));
    if (kind) kinds.add(kind);
    else if (stringOf(mark, "type") === "link") {
      href = safeLink(stringOf(propertyOf(mark, "attrs"), "href"));
    }
  }
  return [[...kinds], href];
}
