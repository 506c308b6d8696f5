import MarkdownIt from "markdown-it";
import type { BlockBuilder, Opening } from "./block-builder.ts";
import { blockBuilder } from "./block-builder.ts";
import { cleanText, withLineFeeds } from "./clean-text.ts";
import { fileNameOf, fileSign } from "./file-sign.ts";
import { type HtmlReader, htmlReader } from "./html-reader.ts";
import { safeLink } from "./safe-link.ts";
import type { Mark } from "./tree.ts";
import { write } from "./write.ts";

const longest = 300_000;
const reader = new MarkdownIt({ html: true, linkify: false, breaks: false, typographer: false });
// Whatever the address, it is decided by our own rule.
reader.validateLink = () => true;

type Token = ReturnType<typeof reader.parse>[number];

/** Markdown of any kind, as Notion and GitHub write it, in our form. What no person wrote, by its length, stays as it is. */
export function fromMarkdown(markdown: string): string {
  const text = cleanText(withLineFeeds(markdown));
  if (text.length > longest) return text;
  const builder = blockBuilder();
  const html = htmlReader(builder);
  for (const token of reader.parse(text, {})) {
    if (token.type === "inline") readInline(token.children ?? [], builder, html);
    else if (token.type === "html_block") html.read(token.content);
    else readBlock(token, builder);
  }
  return write(builder.finish());
}

function readBlock(token: Token, builder: BlockBuilder): void {
  if (token.type === "hr") builder.rule();
  else if (token.type === "fence" || token.type === "code_block") {
    builder.open({ type: "code", language: token.info.trim().split(/\s/)[0] ?? null });
    builder.text(token.content);
    builder.close();
  } else if (token.nesting === 1) builder.open(openingOf(token));
  else if (token.nesting === -1) builder.close();
}

const openings: ReadonlyMap<string, Opening> = new Map<string, Opening>([
  ["blockquote_open", { type: "quote" }],
  ["bullet_list_open", { type: "list" }],
  ["table_open", { type: "table" }],
  ["tr_open", { type: "row" }],
  ["th_open", { type: "cell", isHead: true }],
  ["td_open", { type: "cell" }],
]);

function openingOf(token: Token): Opening {
  if (token.type === "heading_open") return { type: "heading", level: Number(token.tag.slice(1)) };
  if (token.type === "ordered_list_open") {
    return { type: "list", start: Number(token.attrGet("start") ?? 1) };
  }
  if (token.type === "list_item_open") return { type: "item" };
  return openings.get(token.type) ?? { type: "other" };
}

const markOf: ReadonlyMap<string, Mark> = new Map([
  ["strong", "strong"],
  ["em", "em"],
  ["s", "strike"],
]);

function readInline(tokens: readonly Token[], builder: BlockBuilder, html: HtmlReader) {
  const depths = new Map<Mark, number>();
  let marks: readonly Mark[] = [];
  let href: string | null = null;
  const put = (text: string, own: readonly Mark[]) => {
    const around = html.marksHere();
    if (around) builder.text(text, [...new Set([...own, ...around])], href);
  };
  tokens.forEach((token, at) => {
    const mark = markOf.get(token.tag);
    if (token.type === "text") {
      const box = at === 0 ? /^\[([ xX])\] (?=\S)/.exec(token.content) : null;
      if (box) builder.task(box[1] !== " ");
      put(box ? token.content.slice(4) : token.content, marks);
    } else if (token.type === "softbreak" || token.type === "hardbreak") builder.text("\n");
    else if (token.type === "code_inline") put(token.content, [...marks, "code"]);
    else if (token.type === "html_inline") html.read(token.content);
    else if (token.type === "image") {
      const source = safeLink(String(token.attrGet("src") ?? ""));
      const name = token.content || (source === null ? "" : fileNameOf(source));
      builder.word(`${fileSign} ${name}`.trim(), source ?? href);
    } else if (token.type === "link_open") href = safeLink(String(token.attrGet("href") ?? ""));
    else if (token.type === "link_close") href = null;
    else if (mark && token.nesting !== 0) {
      depths.set(mark, (depths.get(mark) ?? 0) + token.nesting);
      marks = [...depths].filter(([, depth]) => depth > 0).map(([one]) => one);
    } else if (token.content !== "") put(token.content, marks);
  });
}
