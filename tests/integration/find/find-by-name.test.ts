import { beforeAll, expect, test } from "vitest";
import { findByName } from "#lib/find/reads.ts";
import { type Company, companyOn, type Player } from "#tests/integration/commands/company.ts";
import { initiativeOn } from "#tests/support/roadmap.ts";
import { useDatabase } from "#tests/support/use-database.ts";

let company: Company;
let number: number;

beforeAll(async () => {
  company = await companyOn(await useDatabase());
  const { database, id, ask } = company;
  await ask("aissatou", "theme.create", { title: "Rapports d’été", tribeId: id.pla });
  await database.organisation.create({ data: { name: "Été Services" } });
  const initiativeId = await initiativeOn(database, {
    title: "Ne plus perdre un rapport d’été",
    teamId: id.dispatch,
  });
  const made = await database.initiative.findUniqueOrThrow({ where: { id: initiativeId } });
  number = made.number;
});

async function kindsFoundBy(player: Player, text: string): Promise<string[]> {
  const found = await findByName(company.people[player], text);
  return [...new Set(found.map(({ kind }) => kind))];
}

test("a PM finds themes, initiatives and customers by words of theirs, whatever the accents", async () => {
  expect(await kindsFoundBy("louis", "ete")).toEqual(["theme", "initiative", "customer"]);
});

test("a contributor finds what they may open and nothing else", async () => {
  expect(await kindsFoundBy("salome", "ete")).toEqual(["initiative", "customer"]);
  expect(await kindsFoundBy("salome", "louis")).toEqual([]);
});

test("Product Ops finds people, and where each is opened", async () => {
  const [found] = await findByName(company.people.ines, company.people.louis.name);
  expect(found).toMatchObject({
    kind: "person",
    href: `/settings/people/${company.people.louis.id}`,
  });
});

test("an initiative is found by its key, and by all words typed of its title", async () => {
  const byKey = await findByName(company.people.salome, `INI-${number}`);
  expect(byKey).toMatchObject([{ note: `INI-${number}`, href: `/initiatives/${number}` }]);
  expect(await kindsFoundBy("salome", "rapport perdre")).toEqual(["initiative"]);
  expect(await kindsFoundBy("salome", "rapport gagner")).toEqual([]);
});

test("a theme is found by its key, before those that only name the number", async () => {
  const { database, id, ask, people } = company;
  const made = await ask("aissatou", "theme.create", { title: "Tournées vides", tribeId: id.pla });
  const { number: given } = await database.theme.findUniqueOrThrow({ where: { id: made.id } });
  const title = `Les ${given} pièces que personne ne trouve`;
  await ask("aissatou", "theme.create", { title, tribeId: id.pla });
  for (const typed of [`THE-${given}`, `the${given}`, String(given)]) {
    const [found] = await findByName(people.louis, typed);
    expect(found).toMatchObject({ kind: "theme", label: "Tournées vides" });
    expect(found?.href).toBe(`/themes/THE-${given}`);
  }
});

test("nothing typed finds nothing", async () => {
  expect(await findByName(company.people.ines, " ")).toEqual([]);
});
