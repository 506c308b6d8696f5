import fc from "fast-check";
import { expect, test } from "vitest";
import { fromAdf } from "#lib/rich-text/from-adf.ts";
import { parse } from "#lib/rich-text/parse.ts";
import { plainText } from "#lib/rich-text/plain-text.ts";
import { richTextOf } from "#lib/rich-text/rich-text-of.ts";
import { write } from "#lib/rich-text/write.ts";

type Node = Record<string, unknown>;
const text = (words: string, ...marks: Node[]): Node => ({ type: "text", text: words, marks });
const node = (type: string, content: Node[], attrs: Node = {}): Node => ({ type, attrs, content });
const paragraph = (...content: Node[]) => node("paragraph", content);
const doc = (...content: Node[]) => node("doc", content);
const link = (href: string): Node => ({ type: "link", attrs: { href } });

const examples: [sentence: string, content: Node[], ours: string][] = [
  [
    "marks",
    [
      paragraph(
        text("a", { type: "strong" }),
        text(" b", { type: "em" }),
        text("c", { type: "underline" }),
      ),
    ],
    "**a** bc",
  ],
  [
    "links",
    [paragraph(text("là", link("https://a.example/x_(y)")))],
    "[là](https://a.example/x_%28y%29)",
  ],
  ["script addresses", [paragraph(text("là", link("javascript:alert(1)")))], "là"],
  ["words that look like ours", [paragraph(text("**a** `b` [c](d)"))], "\\**a\\** \\`b\\` [c](d)"],
  ["breaks", [paragraph(text("a"), { type: "hardBreak" }, text("b"))], "a\nb"],
  [
    "panels, quotes and what folds",
    [
      node("panel", [paragraph(text("a"))], { panelType: "info" }),
      node("expand", [paragraph(text("b"))], { title: "T" }),
    ],
    "> a\n\n> **T**\n>\n> b",
  ],
  [
    "tasks and decisions",
    [
      node("taskList", [
        node("taskItem", [text("a")], { state: "DONE" }),
        node("taskItem", [text("b")], { state: "TODO" }),
      ]),
      node("decisionList", [node("decisionItem", [text("c")])]),
    ],
    "- [x] a\n- [ ] b\n\n- c",
  ],
  [
    "people, states, emoji, dates and cards",
    [
      paragraph(
        text("vu"),
        node("mention", [], { text: "@Zoé", id: "1" }),
        node("status", [], { text: "FAIT" }),
        node("emoji", [], { shortName: ":ok:" }),
        node("date", [], { timestamp: "1700000000000" }),
        node("inlineCard", [], { url: "https://a.example/b" }),
      ),
    ],
    "vu @Zoé FAIT:ok: 2023-11-14 https://a.example/b",
  ],
  [
    "files",
    [
      node("mediaSingle", [node("media", [], { alt: "écran.png", type: "file" })]),
      node("mediaSingle", [
        node("media", [], { type: "external", url: "https://a.example/p.png" }),
      ]),
    ],
    "📎 écran.png\n\n[📎](https://a.example/p.png)",
  ],
  [
    "code that holds our own signs",
    [node("codeBlock", [text("a ``` b")], { language: "js" })],
    "````js\na ``` b\n````",
  ],
  [
    "nodes nobody knows",
    [
      node("hologram", [node("beam", [text("a")], { text: "b" })]),
      { type: "constructor", text: "c" },
      { type: "__proto__", content: { type: "text", text: "d" } },
    ],
    "bacd",
  ],
];

test.each(examples)("a document becomes our form: %s", (_, content, ours) => {
  expect(fromAdf(doc(...content))).toBe(ours);
});

test.each([
  [null, ""],
  [undefined, ""],
  ["*a*", "**a**"],
  [JSON.stringify(doc(paragraph(text("a")))), "a"],
  ['{"type":"doc"', '{"type":"doc"'],
  [["a", "b"], "a\n\nb"],
  [{}, ""],
  [12, "12"],
])("Jira's text may come as %j", (value, ours) => {
  expect(richTextOf(value)).toBe(ours);
});

const signs = fc.stringMatching(/^[a-zé0-9 *_~`[\]()\\#>|.!:/<-]{1,12}$/);
const marks = fc.subarray([
  { type: "strong" },
  { type: "em" },
  { type: "code" },
  { type: "strike" },
  link("https://a.example/x"),
] as Node[]);
const leaf: fc.Arbitrary<Node> = fc.oneof(
  fc.tuple(signs, marks).map(([words, own]) => text(words, ...own)),
  fc.constant({ type: "hardBreak" }),
);
const { block } = fc.letrec<{ block: Node }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 5, depthSize: "small" },
    fc.array(leaf, { maxLength: 4 }).map((content) => paragraph(...content)),
    fc.array(leaf, { maxLength: 3 }).map((content) => node("heading", content, { level: 2 })),
    signs.map((words) => node("codeBlock", [text(words)])),
    fc
      .tuple(
        fc.constantFrom(
          "blockquote",
          "panel",
          "bulletList",
          "orderedList",
          "listItem",
          "taskItem",
          "table",
          "tableRow",
          "tableHeader",
          "tableCell",
          "unknown",
        ),
        fc.array(tie("block"), { maxLength: 3 }),
      )
      .map(([type, content]) => node(type, content)),
  ),
}));

/** Letters alone: signs of lists and quotes may be read as such. */
const letters = (words: string) => words.replace(/[^\p{L}]/gu, "");

test("no letter of a document is ever lost, and what was read and written stays as it is", () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (content) => {
      const ours = fromAdf(doc(...content));
      const told = JSON.stringify(content).match(/"text":"((?:[^"\\]|\\.)*)"/g) ?? [];
      const words = told.map((found) => JSON.parse(`{${found}}`).text).join("");
      const kept = letters(plainText(ours)).split("").toSorted().join("");
      expect(kept).toBe(letters(words).split("").toSorted().join(""));
      const again = write(parse(ours));
      expect(write(parse(again))).toBe(again);
      expect(letters(again)).toBe(letters(ours));
    }),
    { numRuns: 500 },
  );
});
