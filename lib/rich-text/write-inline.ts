import { addressAt, escapable } from "./inline-signs.ts";
import { parseInline } from "./parse-inline.ts";
import { joinRuns, textOf } from "./runs.ts";
import { safeLink } from "./safe-link.ts";
import type { Mark, Run } from "./tree.ts";

type Manner = { escapes: boolean; bareLinks: boolean };

const longest = 30_000;

/** From the most readable to the most careful. */
const manners: Manner[] = [
  { escapes: false, bareLinks: true },
  { escapes: false, bareLinks: false },
  { escapes: true, bareLinks: false },
];

/**
 * The runs of a paragraph in our form. What is written is read again: the first manner that reads as it was meant is
 * taken, so that words which look like markup are escaped, but only where they would be misread.
 */
export function writeInline(runs: readonly Run[]): string {
  const meant = joinRuns(runs.map(writable).flatMap(withBareLinks));
  const only = meant.length === 1 ? meant[0] : undefined;
  if (only && only.marks.length === 0 && only.href === null && !/[\\`*_~[]/.test(only.text)) {
    return only.text;
  }
  // No person writes such a paragraph; it is not worth reading again.
  const careful: Manner = { escapes: true, bareLinks: false };
  if (meant.reduce((length, run) => length + run.text.length, 0) > longest)
    return write(meant, careful);
  const wanted = meaningOf(meant);
  for (const manner of manners) {
    const text = write(meant, manner);
    if (meaningOf(parseInline(text)) === wanted) return text;
  }
  // Some marks have no place where they stand, such as one that begins within a word: the words matter more.
  const simpler = withoutFirst(meant);
  return simpler === null ? escapeWords(textOf(meant), "", false) : writeInline(simpler);
}

/** What gives way first: emphasis, then the other marks, then links. */
function withoutFirst(runs: readonly Run[]): Run[] | null {
  for (const lost of [["em"], ["strong", "strike"], ["code"]]) {
    if (!runs.some(({ marks }) => marks.some((mark) => lost.includes(mark)))) continue;
    return runs.map((run) => ({ ...run, marks: run.marks.filter((mark) => !lost.includes(mark)) }));
  }
  if (runs.every(({ href }) => href === null)) return null;
  return runs.map((run) => ({ ...run, href: null }));
}

function writable(run: Run): Run {
  const href = run.href === null ? null : safeLink(run.href);
  if (run.marks.includes("code")) {
    const text = run.text.replace(/\n+/g, " ");
    // The text of a link has no brackets but escaped ones, and nothing is escaped in code.
    const fits = text.trim() !== "" && (href === null || !/[[\]\\]/.test(text));
    return !fits ? { text, marks: [], href } : { text, marks: ["code"], href };
  }
  return { ...run, text: href === null ? run.text : run.text.replace(/\n+/g, " "), href };
}

/** Bare addresses are links in our form, whoever wrote them. */
function withBareLinks(run: Run): Run[] {
  if (run.href !== null || run.marks.includes("code") || !/https?:/i.test(run.text)) return [run];
  const parts: Run[] = [];
  let from = 0;
  for (const { index } of run.text.matchAll(/https?:/gi)) {
    const address = index < from ? null : addressAt(run.text, index);
    if (!address) continue;
    parts.push({ ...run, text: run.text.slice(from, index) }, { ...run, ...address });
    from = index + address.text.length;
  }
  return [...parts, { ...run, text: run.text.slice(from) }];
}

/** White space means the same under any mark. */
function meaningOf(runs: readonly Run[]): string {
  const solid = runs.map((run) => ({
    text: run.text.replace(/\s+/g, ""),
    marks: run.marks.toSorted(),
    href: run.href,
  }));
  return JSON.stringify([textOf(runs), joinRuns(solid)]);
}

function write(runs: readonly Run[], manner: Manner): string {
  // Kept apart, since looking at the end of a text that grows costs its whole length each time.
  const parts: string[] = [];
  for (const group of grouped(runs, (run) => run.href)) {
    const href = group[0]?.href ?? null;
    const text = textOf(group);
    const isBare = href !== null && addressAt(text, 0)?.text === text && safeLink(text) === href;
    if (isBare && manner.bareLinks && group.length === 1) {
      parts.push(marked(text, group[0]?.marks ?? []));
    } else if (href !== null)
      parts.push(`[${writeMarks(group, order, manner, true, "")}](${href})`);
    else parts.push(writeMarks(group, order, manner, false, parts.at(-1)?.at(-1) ?? ""));
  }
  return parts.join("");
}

const order: readonly Mark[] = ["strong", "em", "strike"];
const signs = { strong: "**", em: "_", strike: "~~", code: "`" };

function marked(text: string, marks: readonly Mark[]): string {
  const used = order.filter((mark) => marks.includes(mark));
  return used.reduceRight((inner, mark) => `${signs[mark]}${inner}${signs[mark]}`, text);
}

/** Marks from the outermost in; white space at their ends stays outside, where a sign would not be read. */
function writeMarks(
  runs: readonly Run[],
  [mark, ...inner]: readonly Mark[],
  manner: Manner,
  inLink: boolean,
  before: string,
): string {
  const parts: string[] = [];
  const last = () => parts.at(-1)?.at(-1) ?? before;
  if (mark === undefined) {
    for (const run of runs) {
      const isCode = run.marks.includes("code");
      parts.push(isCode ? code(run.text) : words(run.text, manner, last(), inLink));
    }
    return parts.join("");
  }
  for (const group of grouped(runs, (run) => run.marks.includes(mark))) {
    const text = writeMarks(group, inner, manner, inLink, last());
    const isMarked = group[0]?.marks.includes(mark);
    const solid = text.trim();
    const sign = isMarked && solid !== "" ? signs[mark] : "";
    parts.push(sign === "" ? text : text.replace(solid, () => `${sign}${solid}${sign}`));
  }
  return parts.join("");
}

function grouped<Key>(runs: readonly Run[], keyOf: (run: Run) => Key): Run[][] {
  const groups: Run[][] = [];
  let last: Key | undefined;
  for (const run of runs) {
    const key = keyOf(run);
    const group = groups.at(-1);
    if (group && key === last) group.push(run);
    else groups.push([run]);
    last = key;
  }
  return groups;
}

function code(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0);
  const ticks = "`".repeat(longest + 1);
  const isPadded = /^`|`$|^ .* $/.test(text);
  return isPadded ? `${ticks} ${text} ${ticks}` : `${ticks}${text}${ticks}`;
}

function words(text: string, manner: Manner, before: string, inLink: boolean): string {
  return manner.escapes ? escapeWords(text, before, inLink) : text;
}

function escapeWords(text: string, before: string, inLink: boolean): string {
  return text.replace(
    /(?<!\\)\\*(?=[`*_~[\]])(`+|\*+|~+|_+|.)/g,
    (found, sign: string, at: number) => {
      const place = at + found.length - sign.length;
      const asSign = escapable(text, place, text[at - 1] ?? before, inLink);
      if (asSign === null) return found;
      const slashes = found.slice(0, found.length - sign.length);
      return `${slashes}${slashes}\\${sign}`;
    },
  );
}
