import { z } from "zod";
import { attribute, below, type Element, numberIn, wordsOf } from "./page.ts";

// What opens where: for each kind of address, what its number has to be when the rows there are counted.

export type Link = { words: string; href: URL };

export type Opened = {
  /** What a person of this session is answered, a page once however often it is opened. */
  elements: (href: URL) => Promise<Element[]>;
  json: (path: string) => Promise<unknown>;
  /** The rows of lists that have been counted already, by their addresses. */
  counted: Map<string, Promise<number>>;
  /** The day on which the product is served. */
  now: Date;
};

type Rows = (opened: Opened, link: Link) => Promise<unknown>;

/** The first one that fits reads the rows; null: it names one thing, so that its number counts nothing. */
export const destinations: readonly [path: RegExp, rows: Rows | null][] = [
  [/^\/customers\/[\w-]{36}$/, requests],
  [/^\/(insights|initiatives|themes|imports|settings\/\w+)\/(INS-)?[\w-]{1,36}$/, byPart],
  [/^\/insights$/, insights],
  [/^\/initiatives$/, rowsOfTable],
  [/^\/imports$/, rowsOfTable],
  [/^\/dashboards\/[\w-]+$/, rowsOfTable],
  [/^\/okrs\/[\w-]+$/, objectives],
  [/^\/roadmap\/[\w-]+$/, cards],
  [/^\/distribution\/[\w-]+$/, pool],
];

/** Part of a page about one thing, by the address within it or by what the page is asked to show. */
async function byPart(opened: Opened, link: Link): Promise<unknown> {
  const { hash, pathname, searchParams } = link.href;
  if (searchParams.has("show")) return importRows(opened, link);
  if (hash === "" && pathname !== "/insights/customers") return numberIn(link.words);
  const id = hash.slice(1) || "customers";
  const part = (await opened.elements(link.href)).find((one) => attribute(one, "id") === id);
  if (!part) return `nothing there is called ${id}`;
  if (!id.startsWith("customers-")) return items(part).length;
  const head = below(part).find(({ tagName }) => tagName === "h3");
  const sum = head ? wordsOf(head) : "";
  if (items(part).length !== numberIn(sum)) return `${sum}, of ${items(part).length}`;
  const money =
    /[\d.,\s\u00a0\u202f]+\s?[kM]?\s?€|€[\d.,]+[km]?/.exec(link.words)?.[0].trim() ?? "";
  return sum.includes(money) ? numberIn(link.words) : sum;
}

const items = (part: Element) => below(part).filter(({ tagName }) => tagName === "li");

const DAY = 86_400_000;

const page = z.object({
  rows: z.array(z.object({ saidAt: z.string() })),
  next: z.string().nullable(),
});

/** All insights of the list, page by page; of an age, that of the first. */
async function insights(opened: Opened, { words, href }: Link): Promise<unknown> {
  const list = `/api/insights?${href.searchParams}`;
  const first = page.parse(await opened.json(list));
  if (/^\d+ [jd]$/.test(words))
    return Math.floor((opened.now.getTime() - Date.parse(first.rows[0]?.saidAt ?? "")) / DAY);
  const known = opened.counted.get(list);
  const count = known ?? toTheEnd(opened, list, first);
  opened.counted.set(list, count);
  return await count;
}

async function toTheEnd(opened: Opened, list: string, first: z.output<typeof page>) {
  let { rows, next } = first;
  let count = rows.length;
  while (next !== null) {
    ({ rows, next } = page.parse(
      await opened.json(`${list}&${new URLSearchParams({ after: next })}`),
    ));
    count += rows.length;
  }
  return count;
}

async function rowsOfTable(opened: Opened, { href }: Link): Promise<number> {
  return tableRows(await opened.elements(href)).length;
}

/** Rows of the page's first table. */
export function tableRows(elements: readonly Element[]): Element[] {
  const table = elements.find(({ tagName }) => tagName === "table");
  const bodies = table ? below(table).filter(({ tagName }) => tagName === "tbody") : [];
  return bodies.flatMap((body) =>
    below(body).filter(
      (row) =>
        row.tagName === "tr" && below(row).every((cell) => attribute(cell, "scope") !== "rowgroup"),
    ),
  );
}

/** What a customer asked, on all pages; the name alone counts nothing. */
async function requests(opened: Opened, { words, href }: Link): Promise<number | null> {
  if (!href.searchParams.has("show")) return numberIn(words);
  let [count, at] = [0, href];
  for (;;) {
    const elements = await opened.elements(at);
    count += tableRows(elements).length;
    const more = elements.find((one) => attribute(one, "rel") === "next" && one.tagName === "a");
    if (!more) return count;
    at = new URL(attribute(more, "href") ?? "", href);
  }
}

async function importRows(opened: Opened, { href }: Link): Promise<number> {
  let [count, at] = [0, href];
  for (;;) {
    const elements = await opened.elements(at);
    const tables = elements.filter(({ tagName }) => tagName === "table");
    const last = tables.at(-1);
    count += last ? tableRows([last]).length : 0;
    const more = elements.find((one) => attribute(one, "href")?.includes("&after="));
    const next = more ? attribute(more, "href") : null;
    if (next === null) return count;
    at = new URL(next, href);
  }
}

/** Objectives, key results where those are asked for, the people who have one, or the mean of how far they are. */
async function objectives(opened: Opened, { words, href }: Link): Promise<unknown> {
  const elements = await opened.elements(href);
  const rows = (of: string) =>
    elements.filter((one) => attribute(one, "id")?.startsWith(`${of}-`) && one.tagName === "tr");
  if (href.searchParams.get("only") === "unchecked") return rows("key-result").length;
  const cell = (row: Element, place: number) =>
    wordsOf(below(row).filter(({ tagName }) => tagName === "td")[place] ?? row);
  const all = rows("objective");
  if (href.searchParams.get("view") === "reports")
    return new Set(all.map((row) => cell(row, 0))).size;
  if (!/[01][.,]\d\d/.test(words)) return all.length;
  const far = all.map((row) => numberIn(cell(row, 2))).filter((one) => one !== null);
  const mean = far.reduce((sum, one) => sum + one, 0) / far.length;
  const said = numberIn(words) ?? 0;
  return Math.abs(mean - said) < 0.011 ? said : mean;
}

/** Initiatives in the lanes, each once, or the effort of their cards; a share stands at the head of its cards. */
async function cards(opened: Opened, { words, href }: Link): Promise<unknown> {
  const elements = await opened.elements(href);
  const said = numberIn(words);
  if (/^\d+$/.test(words)) {
    const there = elements.map((one) => attribute(one, "data-initiative"));
    return new Set(there.filter((one) => one !== null)).size;
  }
  if (!words.includes("%")) {
    const efforts = elements
      .filter((one) => attribute(one, "data-card") !== null)
      .map((card) => /, ([\d.,]+) (?:mois-personne|person-months)/.exec(wordsOf(card))?.[1] ?? "");
    return efforts.reduce((sum, effort) => sum + Number(effort.replace(",", ".")), 0);
  }
  const main = elements.find(({ tagName }) => tagName === "main");
  const numbers = (main ? wordsOf(main) : "").match(/\d+(?:[.,]\d+)?/g) ?? [];
  return numbers.some((one) => Number(one.replace(",", ".")) === said) ? said : "not there";
}

/** What waits for a team, each insight once. */
async function pool(opened: Opened, { href }: Link): Promise<number> {
  const elements = await opened.elements(href);
  const section = elements.find(({ tagName, attrs }) => tagName === "section" && attrs.length > 0);
  const links = section ? below(section).map((one) => attribute(one, "href")) : [];
  return new Set(links.filter((one) => one?.startsWith("/insights/INS-"))).size;
}
