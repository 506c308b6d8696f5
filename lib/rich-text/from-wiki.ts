import { blockBuilder } from "./block-builder.ts";
import { cleanText, withLineFeeds } from "./clean-text.ts";
import { type NameOf, wikiRuns, writeRuns } from "./wiki-inline.ts";
import { takeWikiTable } from "./wiki-table.ts";
import { write } from "./write.ts";

/**
 * Jira's wiki markup in our form. A text without any of it comes back as it is, line breaks, blank lines and all: most
 * tickets are plain. `nameOf` puts names to the people who are mentioned.
 */
export function fromWiki(text: string, nameOf: NameOf = () => undefined): string {
  const plain = withLineFeeds(text);
  if (!mayBeMarkup.test(plain)) return plain;
  const written = readWiki(cleanText(plain), nameOf);
  return written ?? plain;
}

const mayBeMarkup = /[*_{}[\]!+\\|#-]|^[^\S\n]*(?:h[1-6]|bq)\. /m;

const macro =
  /\{(code|noformat|quote|panel|expand|info|note|tip|warning)(?:[:|]([^{}\n]{0,500}))?\}/gi;
const heading = /^\s*h([1-6])\.\s+(\S.*)$/;
const quoteLine = /^\s*bq\.\s+(\S.*)$/;
const itemLine = /^\s*([*#]{1,20}|-)\s+(\S.*)$/;
const ruleLine = /^\s*-{4,}\s*$/;

function readWiki(text: string, nameOf: NameOf): string | null {
  const builder = blockBuilder();
  const open: string[] = [];
  const unclosed = new Set<string>();
  let touched = false;
  let from = 0;
  macro.lastIndex = 0;
  for (let hit = macro.exec(text); hit; hit = macro.exec(text)) {
    const name = (hit[1] ?? "").toLowerCase();
    const options = hit[2] ?? "";
    const after = hit.index + hit[0].length;
    if (name === "code" || name === "noformat") {
      const end = unclosed.has(name) ? -1 : text.indexOf(`{${name}}`, after);
      if (end === -1) {
        unclosed.add(name);
        continue;
      }
      readLines(text.slice(from, hit.index));
      writeCode(text.slice(after, end), options);
      from = end + name.length + 2;
      macro.lastIndex = from;
    } else {
      readLines(text.slice(from, hit.index));
      toggle(name, options);
      from = after;
    }
    touched = true;
  }
  readLines(text.slice(from));
  return touched ? write(builder.finish()) : null;

  function writeCode(code: string, options: string): void {
    const settings = options.split("|");
    const title = settingOf(settings, "title");
    if (title) builder.text(title, ["strong"]);
    builder.breakWords();
    const language = settings.find((setting) => /^[\w+#.-]{1,30}$/.test(setting)) ?? null;
    builder.open({ type: "code", language: language === "none" ? null : language });
    builder.text(code);
    builder.close();
  }

  /** A quote or a panel ends with the sign that began it. */
  function toggle(name: string, options: string): void {
    if (open.at(-1) === name && options === "") {
      open.pop();
      builder.close();
      return;
    }
    open.push(name);
    builder.open({ type: "quote" });
    const settings = options.split("|");
    const title = settingOf(settings, "title") ?? (name === "expand" ? options : null);
    if (title) builder.text(title, ["strong"]);
    builder.breakWords();
  }

  function readLines(part: string): void {
    const lines = part.split("\n");
    const list = listKeeper();
    for (let at = 0; at < lines.length; at += 1) {
      const line = lines[at] ?? "";
      const item = itemLine.exec(line);
      if (item) {
        touched ||= (item[1] ?? "-") !== "-";
        list.take(item[1] ?? "-", item[2] ?? "");
        continue;
      }
      list.end();
      const table = takeWikiTable(lines, at, (cell) => wikiRuns(cell, nameOf), builder);
      if (table > at) {
        touched = true;
        at = table - 1;
      } else readLine(line, at < lines.length - 1);
    }
    list.end();
  }

  function readLine(line: string, isEnded: boolean): void {
    const title = heading.exec(line);
    const quoted = quoteLine.exec(line);
    if (title) {
      builder.open({ type: "heading", level: Number(title[1]) });
      put(title[2] ?? "");
      builder.close();
    } else if (quoted) {
      builder.open({ type: "quote" });
      put(quoted[1] ?? "");
      builder.close();
    } else if (ruleLine.test(line)) builder.rule();
    else {
      put(line);
      if (isEnded) builder.text("\n");
      return;
    }
    touched = true;
  }

  function put(line: string): void {
    const runs = wikiRuns(line, nameOf);
    const [only] = runs;
    touched ||=
      runs.length > 1 || (only !== undefined && (only.text !== line || only.marks.length > 0));
    writeRuns(builder, runs);
  }

  /** Items know their depth by how many signs they have; the last sign tells the kind. */
  function listKeeper() {
    let signs = "";
    return {
      take(sign: string, line: string) {
        let shared = 0;
        while (shared < signs.length && shared < sign.length && signs[shared] === sign[shared])
          shared += 1;
        for (; signs.length > shared; signs = signs.slice(0, -1)) {
          builder.close();
          builder.close();
        }
        if (signs.length === sign.length) builder.close();
        while (signs.length < sign.length) {
          const kind = sign[signs.length] ?? "*";
          if (signs === "") builder.breakWords();
          builder.open({ type: "list", start: kind === "#" ? 1 : null });
          signs += kind;
          if (signs.length < sign.length) builder.open({ type: "item" });
        }
        builder.open({ type: "item" });
        put(line);
      },
      end() {
        for (; signs !== ""; signs = signs.slice(0, -1)) {
          builder.close();
          builder.close();
        }
      },
    };
  }
}

function settingOf(settings: readonly string[], name: string): string | null {
  const setting = settings.find((one) => one.toLowerCase().startsWith(`${name}=`));
  return setting?.slice(name.length + 1) || null;
}
