import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "#lib/auth/actor.ts";
import { forecastAccounts, importAccounts } from "#lib/customers/writes/import-accounts.ts";
import { mergeOrganisations, partOrganisations } from "#lib/customers/writes/merge.ts";
import type { Database } from "#lib/db.ts";
import { readAccounts } from "#lib/imports/accounts/read-accounts.ts";
import { newCall } from "#lib/operations/write.ts";
import { castOn } from "#tests/support/cast.ts";
import { useDatabase } from "#tests/support/use-database.ts";
import { fileOf, importFile, monday } from "../imports/importing.ts";

let database: Database;
let cast: Awaited<ReturnType<typeof castOn>>;

beforeAll(async () => {
  database = await useDatabase();
  cast = await castOn(database);
});

beforeEach(async () => {
  await database.$executeRaw`DELETE FROM organisation_pair`;
});

async function read(...lines: string[]) {
  return readAccounts(await fileOf(...lines), "EUR");
}

async function take(...lines: string[]) {
  const { rows } = await read(...lines);
  return importAccounts(cast.ines, { rows }, newCall(monday));
}

const named = (name: string) =>
  database.organisation.findFirstOrThrow({ where: { name }, include: { aliases: true } });

test("accounts find their customers by id, then domain, then name, and blank nothing they don't tell of", async () => {
  await database.organisation.create({
    data: {
      name: "Brasserie Morel",
      domains: ["morel.example"],
      country: "France",
      segment: "small",
    },
  });
  const file = [
    "Identifiant;Nom du compte;Site web;CA annuel (k€);Responsable",
    "A-1;groupe ventadour énergies;https://www.ventadour.example/fr;212,5;Salomé Arnaud",
    "A-2;Morel & Fils Brasseurs;morel.example;12;",
    "A-3;Zephyr Cold Storage;zephyr.example;1 200;Salomé Arnaud",
  ];
  const { rows } = await read(...file);
  const seen = await forecastAccounts(cast.ines, { rows });
  expect(seen).toMatchObject({ rows: 3, created: 1, updated: 2, unchanged: 0, pairs: 0 });
  expect(await database.organisation.count({ where: { name: "Zephyr Cold Storage" } })).toBe(0);
  expect(await take(...file)).toEqual(seen);
  expect(await named("Brasserie Morel")).toMatchObject({
    revenueCents: 1_200_000n,
    country: "France",
    segment: "small",
    accountManager: null,
  });
  expect(await named("Groupe Ventadour Énergies")).toMatchObject({
    revenueCents: 21_250_000n,
    domains: ["ventadour.example"],
    segment: "enterprise",
  });
  // A second time nothing changes; a new name in the base finds the same customer by its id.
  expect(await take(...file)).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
  await take("Account ID,Account name,Country", "A-3,Zephyr Logistics,Pays-Bas");
  expect((await named("Zephyr Cold Storage")).country).toBe("NL");
  await importFile(
    await fileOf("Issue key,Summary,Organizations", "Z-1,Too warm,ZEPHYR LOGISTICS"),
    "Desk",
  );
  expect(await database.organisation.count({ where: { name: "ZEPHYR LOGISTICS" } })).toBe(0);
});

test("what matches only loosely is a customer of its own, and waits for a person", async () => {
  await importFile(
    await fileOf(
      "Issue key,Summary,Organizations,Reporter,Reporter Id",
      "L-1,Late,Laiterie du Val,Ana,ana@ldv.example",
    ),
    "Desk",
  );
  const report = await take(
    "Company;Domain",
    "LAITERIE DU VAL SAS;",
    "LDV Holding;ldv.example",
    "LDV Filiale;ldv.example",
  );
  expect(report).toMatchObject({ created: 3, pairs: 4 });
  expect(report.changes.map(({ name, alike }) => [name, alike])).toEqual([
    ["LAITERIE DU VAL SAS", ["Laiterie du Val"]],
    ["LDV Holding", ["Laiterie du Val"]],
    ["LDV Filiale", ["LDV Holding", "Laiterie du Val"]],
  ]);
  expect(await database.organisationPair.count({ where: { dismissedAt: null } })).toBe(4);
});

test("people with an address in a customer's domain are that customer's, those of a free mail nobody's", async () => {
  await importFile(
    await fileOf(
      "Issue key,Summary,Reporter,Reporter Id",
      "M-1,Before,Lena,lena@nordlicht.example",
      "M-2,Free,Tom,tom.k@gmail.com",
    ),
    "Mail desk",
  );
  const report = await read("Name,Domains", 'Nordlicht,"nordlicht.example, gmail.com"');
  expect(report.notes).toEqual([
    { line: 2, reason: "account-free-mail", params: { domain: "gmail.com" } },
  ]);
  await importAccounts(cast.ines, report, newCall(monday));
  await importFile(
    await fileOf("Issue key,Summary,Reporter,Reporter Id", "M-3,After,Jan,JAN@nordlicht.example"),
    "Mail desk",
  );
  const people = await database.requester.findMany({
    where: { name: { in: ["Lena", "Tom", "Jan"] } },
    orderBy: { name: "asc" },
    include: { organisation: true },
  });
  expect(people.map(({ name, organisation }) => [name, organisation?.name ?? null])).toEqual([
    ["Jan", "Nordlicht"],
    ["Lena", "Nordlicht"],
    ["Tom", null],
  ]);
});

test("a line that can't be taken says why, and the others are taken", async () => {
  const accounts = await read(
    "Name,Revenue,Status,Account ID",
    'Alpha Frost,"$1,200",Active,Q-1',
    "Beta Frost,1200 €,Churned,Q-2",
    "beta frost,10,Active,Q-3",
    ",10,Active,",
    "Gamma Frost,12-15k,,Q-4",
    "Delta Frost,,On hold,Q-5",
    "Epsilon Frost,1",
  );
  const report = await importAccounts(cast.ines, accounts, newCall(monday));
  expect(accounts.refused.map(({ line, reason }) => [line, reason])).toEqual([
    [2, "account-money-currency"],
    [5, "account-unnamed"],
    [6, "account-money-unclear"],
    [8, "account-cells"],
  ]);
  expect(accounts.notes.map(({ line, reason }) => [line, reason])).toEqual([[7, "account-state"]]);
  expect(report.refused.map(({ line, reason }) => [line, reason])).toEqual([
    [4, "account-name-twice"],
  ]);
  expect(await named("Beta Frost")).toMatchObject({ revenueCents: 120_000n, state: "lost" });
});

test("accounts find who was merged away, and parting is as exact as before", async () => {
  await take(
    "Name,Domain,Account ID",
    "Halden,halden.example,H-1",
    "Halden Maritime,maritime.example,H-2",
  );
  const [keep, other] = [await named("Halden"), await named("Halden Maritime")];
  await mergeOrganisations(cast.ines, { keepId: keep.id, otherId: other.id }, newCall(monday));
  const report = await take(
    "Name,Domain,Account ID,Segment",
    "Halden Maritime,maritime.example,H-2,enterprise",
  );
  expect(report).toMatchObject({ created: 0, updated: 1 });
  expect(await named("Halden")).toMatchObject({
    segment: "enterprise",
    domains: ["halden.example"],
  });
  await partOrganisations(cast.ines, { id: other.id }, newCall(monday));
  expect(await named("Halden Maritime")).toMatchObject({
    domains: ["maritime.example"],
    archivedAt: null,
  });
});

test("nobody but Product Ops, and no file that is no base of accounts", async () => {
  const everybodyElse: Actor[] = [cast.louis, cast.salome, cast.clara];
  for (const actor of everybodyElse)
    await expect(importAccounts(actor, { rows: [] }, newCall(monday))).rejects.toThrow(
      "not-allowed",
    );
  await expect(read("Colour,Size", "red,1")).rejects.toThrow("accounts-no-name");
});

test("thousands of accounts are taken in, and taken in again, in few statements", async () => {
  const lines = Array.from(
    { length: 5000 },
    (_, n) => `B-${n},Bulk ${n} SARL,bulk-${n}.example,${n} €`,
  );
  const header = "Account ID,Account,Domain,Revenue";
  expect(await take(header, ...lines)).toMatchObject({ created: 5000 });
  const dearer = lines.map((line) => line.replace(/,(\d+) €$/, ",1$1 €"));
  expect(await take(header, ...dearer)).toMatchObject({ updated: 5000, pairs: 0 });
});
