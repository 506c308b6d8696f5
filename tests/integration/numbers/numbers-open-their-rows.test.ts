import { beforeAll, expect, test } from "vitest";
import { type ServedSample, servedSample } from "../budgets/served-sample.ts";
import { destinations, type Link, type Opened, tableRows } from "./opened.ts";
import { attribute, type Element, elementsOf, numberIn, wordsOf, writtenNumber } from "./page.ts";

// Every number that opens, on every screen, as different people have it: it is followed, and what is there is counted.
// A number that opens something of which nobody said here how its rows are counted fails as well.

const now = new Date("2026-11-20T09:00:00Z");
let served: ServedSample;
let screens: string[];
/** Lists of insights have the same rows for all who may open them: each is counted to its end once. */
const counted = new Map<string, Promise<number>>();

beforeAll(async () => {
  served = await servedSample();
  const { database } = served;
  const theme = await database.theme.findFirstOrThrow({
    orderBy: { insights: { _count: "desc" } },
  });
  const run = await database.importRun.findFirstOrThrow({ orderBy: { refused: "desc" } });
  const { initiative } = await database.initiativeTheme.findFirstOrThrow({
    select: { initiative: true },
    orderBy: { initiative: { number: "desc" } },
  });
  const customer = await database.organisation.findFirstOrThrow({
    where: { state: "customer" },
    orderBy: { insights: { _count: "desc" } },
  });
  screens = [
    ...["/", "/insights", "/insights?state=all", "/insights/customers?state=all&q=planning"],
    ...["/distribution/2026-Q4?tribe=PLA", "/themes", `/themes/${theme.id}`, "/initiatives"],
    ...[`/initiatives/${initiative.number}`, "/initiatives?year=2026-Q4&origin=top-down"],
    ...[
      "/roadmap/2026-Q4",
      "/roadmap/2026-Q3?tribe=PLA",
      "/okrs/2026-Q4",
      "/okrs/2026-Q4?view=mine",
    ],
    ...["/dashboards/2026-Q4", "/dashboards/2026-Q3", "/tribes", "/hand-in", "/imports"],
    ...[`/imports/${run.id}`, "/settings", "/settings/company", "/settings/people"],
    ...["/settings/customers", "/settings/sources", `/customers/${customer.id}`],
  ];
  return () => served.stop();
});

test.for([
  ["CPO", "bastien.queyroy", 5],
  ["PM", "louis.marchetti", 2],
  ["Lead PM", "clara.vasseur", 2],
  ["Product Ops", "ines.belkacem", 2],
  ["contributor", "salome.arnaud", 2],
] as const)("each number that a %s reads and opens is that of the rows there", async (person) => {
  // Many links of one kind say the same: so many of each are followed on a screen.
  const [, who, ofAKind] = person;
  const opened = await openedBy(who);
  const walked = await Promise.all(screens.map((screen) => walk(opened, screen, ofAKind)));
  expect(walked.flatMap(({ wrong }) => wrong)).toEqual([]);
  const followed = walked.reduce((sum, one) => sum + one.followed, 0);
  expect(followed).toBeGreaterThan(who === "salome.arnaud" ? 2 : 30);
});

async function walk(opened: Opened, screen: string, ofAKind: number) {
  const elements = await opened.elements(new URL(screen, served.url));
  const links = numbersIn(elements, screen, ofAKind);
  const found = await Promise.all(
    links.map(async (link) => {
      const is = await rowsOf(opened, link);
      return is === numberIn(link.words)
        ? null
        : `${screen}: "${link.words}" opens ${is}: ${link.href}`;
    }),
  );
  const wrong = [...found.filter((one) => one !== null), ...wrongAnswer(screen, elements)];
  return { followed: links.length, wrong };
}

/** The sentence above a list counts the list's rows. */
function wrongAnswer(screen: string, elements: readonly Element[]): string[] {
  if (!/^\/(themes|initiatives)(\?|$)/.test(screen)) return [];
  const title = elements.find(({ tagName }) => tagName === "h1");
  const rows = tableRows(elements).length;
  const words = title ? wordsOf(title) : "";
  return rows === (numberIn(words) ?? 0) ? [] : [`${screen}: "${words}" stands above ${rows} rows`];
}

function numbersIn(elements: readonly Element[], screen: string, ofAKind: number): Link[] {
  const kinds = new Map<string, Set<string>>();
  return elements
    .filter(({ tagName }) => tagName === "a")
    .map((one) => ({
      words: wordsOf(one),
      href: new URL(attribute(one, "href") ?? "", new URL(screen, served.url)),
    }))
    .filter(({ words, href }) => href.origin === served.url && writtenNumber(words) !== null)
    .filter(({ words, href }) => {
      const kind =
        href.href.replace(/[0-9a-f-]{36}|\d{4}-\d\d-\d\d|\d+/g, "#") + /[€%jd]?$/.exec(words);
      const seen = kinds.get(kind) ?? new Set();
      kinds.set(kind, seen.add(`${words} ${href}`));
      return seen.size <= ofAKind;
    });
}

async function rowsOf(opened: Opened, link: Link): Promise<unknown> {
  const found = destinations.find(([path]) => path.test(link.href.pathname));
  if (!found) return "what nobody can count";
  return found[1]?.(opened, link) ?? numberIn(link.words);
}

async function openedBy(who: string): Promise<Opened> {
  const cookie = await served.cookieOf(who);
  const pages = new Map<string, Promise<Element[]>>();
  const ask = (path: string) =>
    fetch(new URL(path, served.url), { headers: { cookie, accept: "text/html,*/*" } });
  const read = async (path: string) => elementsOf(await (await ask(path)).text());
  return {
    now,
    elements: ({ pathname, search }) => {
      const path = pathname + search;
      const page = pages.get(path) ?? read(path);
      pages.set(path, page);
      return page;
    },
    json: async (path) => (await ask(path)).json(),
    counted,
  };
}
