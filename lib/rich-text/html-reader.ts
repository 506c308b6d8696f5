import { Tokenizer } from "parse5";
import type { BlockBuilder } from "./block-builder.ts";
import { cleanText } from "./clean-text.ts";
import { fileNameOf, fileSign } from "./file-sign.ts";
import {
  type Attributes,
  endsBefore,
  marksByElement,
  openingOf,
  silent,
  textModes,
} from "./html-elements.ts";
import { safeLink } from "./safe-link.ts";
import type { Mark } from "./tree.ts";

export type HtmlReader = {
  read: (html: string) => void;
  /** The marks under which a text in its midst stands; null when it is not shown, as in a script. */
  marksHere: () => readonly Mark[] | null;
};

/**
 * Writes what HTML shows into a builder; pieces may come one after the other. Only the tokens of the HTML standard are
 * used and no tree is made: nesting is the builder's, so time grows with the length whatever the nesting.
 */
export function htmlReader(builder: BlockBuilder): HtmlReader {
  const blocks: string[] = [];
  // How many of each are open, so that a stray end is known without looking for its beginning.
  const opened = new Map<string, number>();
  const active = new Map<Mark, number>();
  let marks: readonly Mark[] = [];
  let href: string | null = null;
  let silence: string | null = null;
  let codes = 0;
  let endsInSpace = true;

  function words(text: string): void {
    if (silence !== null) return;
    if (codes > 0) {
      builder.text(cleanText(text));
      return;
    }
    const flat = cleanText(text).replace(/[ \t\n\f]+/g, " ");
    const shown = endsInSpace && flat.startsWith(" ") ? flat.slice(1) : flat;
    if (shown === "") return;
    endsInSpace = shown.endsWith(" ");
    builder.text(shown, marks, href);
  }

  function start(name: string, attributes: Attributes, selfClosing: boolean): void {
    if (silence !== null) return;
    if (silent.has(name)) silence = selfClosing ? null : name;
    else if (name === "br") {
      builder.text("\n");
      endsInSpace = true;
    } else if (name === "hr") builder.rule();
    else if (name === "img") picture(attributes);
    else if (name === "a") href = safeLink(attributes.get("href") ?? "");
    else if (name === "input") {
      if (attributes.get("type")?.toLowerCase() === "checkbox")
        builder.task(attributes.has("checked"));
    } else if (marksByElement.has(name)) count(name, 1);
    else enter(name, attributes);
  }

  function picture(attributes: Attributes): void {
    const source = safeLink(attributes.get("src") ?? "");
    const alt = cleanText(attributes.get("alt") ?? "")
      .replace(/\s+/g, " ")
      .trim();
    if (alt === "" && source === null) return;
    builder.word(`${fileSign} ${alt || fileNameOf(source ?? "")}`, source ?? href);
    endsInSpace = false;
  }

  function count(name: string, by: 1 | -1): void {
    const mark = marksByElement.get(name);
    if (!mark) return;
    active.set(mark, Math.max(0, (active.get(mark) ?? 0) + by));
    marks = [...active].filter(([, times]) => times > 0).map(([one]) => one);
  }

  function enter(name: string, attributes: Attributes): void {
    const opening = openingOf(name, attributes);
    if (!opening) return;
    const before = endsBefore.get(name);
    for (const ended of before?.ends ?? []) if (isNear(ended, before?.within ?? [])) leave(ended);
    builder.open(opening);
    endsInSpace = true;
    blocks.push(name);
    opened.set(name, (opened.get(name) ?? 0) + 1);
    if (opening.type === "code") codes += 1;
  }

  /** Whether one is open without one of `within` between; looked for nearby only, as nobody nests so deep. */
  function isNear(name: string, within: readonly string[]): boolean {
    if (!opened.get(name)) return false;
    const near = blocks.slice(-40).findLast((block) => block === name || within.includes(block));
    return near === name;
  }

  function end(name: string): void {
    if (silence !== null) {
      if (name === silence) silence = null;
      return;
    }
    if (name === "a") href = null;
    else if (marksByElement.has(name)) count(name, -1);
    else if (opened.get(name)) leave(name);
    else if (name === "p") builder.breakWords();
  }

  /** Ends the last one of this name, and all in it. */
  function leave(name: string): void {
    for (let last = blocks.pop(); last !== undefined; last = blocks.pop()) {
      opened.set(last, (opened.get(last) ?? 1) - 1);
      if (openingOf(last, new Map())?.type === "code") codes -= 1;
      builder.close();
      endsInSpace = true;
      if (last === name) break;
    }
  }

  return { read, marksHere: () => (silence === null ? marks : null) };

  function read(html: string): void {
    const tokenizer = new Tokenizer(
      { sourceCodeLocationInfo: false },
      {
        onStartTag({ tagName, attrs, selfClosing }) {
          const mode = textModes.get(tagName);
          if (mode !== undefined) tokenizer.state = mode;
          start(tagName, new Map(attrs.map(({ name, value }) => [name, value])), selfClosing);
        },
        onEndTag: ({ tagName }) => end(tagName),
        onCharacter: ({ chars }) => words(chars),
        onWhitespaceCharacter: ({ chars }) => words(chars),
        onNullCharacter: () => {},
        onComment: () => {},
        onDoctype: () => {},
        onEof: () => {},
      },
    );
    tokenizer.write(html, true);
  }
}
