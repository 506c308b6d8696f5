import { beforeAll, expect, test } from "vitest";
import { listFilterOf } from "#lib/insights/list/filter.ts";
import { countMatching, listInsights } from "#lib/insights/reads/list.ts";
import { type Company, companyOn, now } from "#tests/integration/commands/company.ts";
import { insightOn } from "#tests/support/cast.ts";
import { inParis } from "#tests/support/in-paris.ts";
import { useDatabase } from "#tests/support/use-database.ts";

// Filters take several values, none, and the other way round; orders that stand in no column go on page by page.

let company: Company;
const at = inParis(now);

beforeAll(async () => {
  company = await companyOn(await useDatabase());
  const { database, id, ask } = company;
  await database.organisation.update({
    where: { id: id.pennerley },
    data: { segment: "PME" },
  });
  const on = async (
    title: string,
    fields: { tribeId?: string; organisationId?: string } = {},
    more: { severity?: string; language?: string | null } = {},
  ) => {
    const insight = await insightOn(database, id.desk, { title, ...fields });
    await database.insight.update({ where: { id: insight }, data: more });
    return insight;
  };
  const { pla, ter, ventadour, pennerley } = id;
  await on("grave", { tribeId: pla, organisationId: ventadour }, { severity: "Critical" });
  const mild = await on("mild", { organisationId: pennerley }, { severity: "mineure" });
  await on("unsaid", { tribeId: ter }, { language: null });
  await on("odd", { organisationId: pennerley }, { severity: "rouge", language: "en" });
  const both = await on("both", { tribeId: ter, organisationId: ventadour });
  await database.insightOrganisation.create({
    data: { insightId: both, organisationId: pennerley },
  });
  await ask("louis", "insight.answer", { ids: [mild], answer: "exists", note: "Là" });
});

const list = async (address: string, after?: string) => {
  const { id, people } = company;
  const query = address.replaceAll("VENTADOUR", id.ventadour).replaceAll("PENNERLEY", id.pennerley);
  const filter = listFilterOf(Object.fromEntries(new URLSearchParams(`state=all&${query}`)));
  const page = await listInsights(people.louis, filter, at, { limit: 2, after });
  return { filter, page };
};

async function titles(address: string): Promise<(string | null)[]> {
  const { filter, page: first } = await list(address);
  const found = [...first.rows];
  let { next } = first;
  while (next !== null) {
    const { page } = await list(address, next);
    found.push(...page.rows);
    ({ next } = page);
  }
  expect(await countMatching(company.people.louis, filter, at)).toBe(found.length);
  return found.map(({ title }) => title);
}

test.each([
  ["tribe=PLA,TER", ["both", "grave", "unsaid"]],
  ["tribe=PLA&not=tribe", ["both", "mild", "odd", "unsaid"]],
  ["tribe=none&not=tribe", ["both", "grave", "unsaid"]],
  ["organisation=VENTADOUR,none", ["both", "grave", "unsaid"]],
  ["organisation=PENNERLEY&not=organisation", ["grave", "unsaid"]],
  ["organisation=VENTADOUR,PENNERLEY&not=organisation", ["unsaid"]],
  ["severity=critical,low", ["grave", "mild"]],
  ["severity=none", ["both", "unsaid"]],
  ["severity=low&not=severity", ["both", "grave", "odd", "unsaid"]],
  ["language=en,none", ["odd", "unsaid"]],
  ["language=fr&not=language", ["odd", "unsaid"]],
  ["segment=mid", ["both", "mild", "odd"]],
  ["segment=large,mid", ["both", "grave", "mild", "odd"]],
  ["segment=none", ["unsaid"]],
  ["answer=exists", ["mild"]],
  ["answer=exists&not=answer", ["both", "grave", "odd", "unsaid"]],
  ["answer=none&language=en", ["odd"]],
  ["over=100000", ["both", "grave"]],
  ["over=250000", ["both"]],
  ["kind=bug,praise&not=kind", ["both", "grave", "mild", "odd", "unsaid"]],
  ["team=none&not=team", []],
  ["theme=none&not=theme&department=none&source=none", []],
])("the list %s holds %j", async (address, expected) => {
  expect((await titles(address)).toSorted()).toEqual(expected);
});

test.each([
  ["sort=-worth", ["both", "grave", ["mild", "odd"], "unsaid"]],
  ["sort=worth", ["unsaid", ["mild", "odd"], "grave", "both"]],
  ["sort=-severity", ["grave", "mild", ["both", "odd", "unsaid"]]],
  ["sort=-worth&q=grave", ["grave"]],
] as const)("in the order %s stand %j", async (address, expected) => {
  const found = await titles(address);
  for (const part of expected) {
    const those = typeof part === "string" ? [part] : part;
    expect(found.splice(0, those.length).toSorted()).toEqual([...those]);
  }
  expect(found).toEqual([]);
});
