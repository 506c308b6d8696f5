import fc from "fast-check";
import { expect, test } from "vitest";
import { fromAdf } from "#lib/rich-text/from-adf.ts";
import { fromHtml } from "#lib/rich-text/from-html.ts";
import { fromMarkdown } from "#lib/rich-text/from-markdown.ts";
import { fromWiki } from "#lib/rich-text/from-wiki.ts";
import { parse } from "#lib/rich-text/parse.ts";

const readers = { parse: (text: string) => text, fromWiki, fromHtml, fromMarkdown };

// A megabyte each: what takes time by the square of its length would outlast the test by hours.
test.each([
  "\n",
  " \n",
  "> ",
  "- ",
  "[",
  "[a](http://x",
  "\\",
  "**a ",
  "`a",
  "{quote}",
  "{code}",
  "!a",
  "||a",
  "<div>",
  "<b>",
  "<!--",
  "<ul><li>",
])("a megabyte of %j is read to its end", (unit) => {
  const text = unit.repeat(1_000_000 / unit.length);
  for (const read of Object.values(readers)) expect(parse(read(text))).toBeInstanceOf(Array);
});

test.each(["blockquote", "bulletList", "table", "panel", "paragraph", "heading", "unknown"])(
  "a document of 50,000 %ss in each other keeps its words",
  (type) => {
    let node: object = { type: "text", text: "au fond" };
    for (let depth = 0; depth < 50_000; depth += 1) node = { type, content: [node] };
    expect(fromAdf(node)).toContain("au fond");
  },
);

const piece = fc.oneof(
  fc.constantFrom(
    "javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "https://a.example",
    "https://b@c.example",
    "[",
    "](",
    ")",
    "|",
    "<a href='",
    "'>",
    "<img src=",
    " onerror=x>",
    "!",
    "{code}",
    "{quote}",
    "\n",
    "- ",
    "> ",
    "**",
    "_",
    "`",
    "\\",
    "\t",
    "\u202e",
    "\u0000",
  ),
  fc.string({ maxLength: 6 }),
);

test("whatever is imported, its links go to http or https and nothing throws", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join("");
      for (const read of Object.values(readers)) {
        const links = JSON.stringify(parse(read(text))).matchAll(/"href":"((?:[^"\\]|\\.)*)"/g);
        for (const [, href] of links) expect(href).toMatch(/^https?:\/\/[^\s@]*(?:\/|$)/);
      }
    }),
    { numRuns: 300 },
  );
});
