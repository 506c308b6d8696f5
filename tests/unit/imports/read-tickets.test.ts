import { expect, test } from "vitest";
import { inspectFile } from "#lib/imports/reading/inspect-file.ts";
import { readTickets } from "#lib/imports/reading/read-tickets.ts";
import { fileOf, fixture, paris, readAll } from "./import-files.ts";

test("a row of a French service desk becomes a ticket with all that it says", async () => {
  const { tickets } = await readAll(fixture("fr-service-desk.csv"));
  const [first, second, third] = tickets;
  expect(first).toMatchObject({
    row: 1,
    line: 2,
    externalId: "50101",
    key: "SUP-101",
    title: "Exporter les écritures du mois",
    body: 'Bonjour,\n\nnous voudrions un export "complet" ; merci d\'avance.',
    issueType: "Requêtes",
    requestType: "Demander une évolution",
    status: "À faire",
    statusCategory: "A faire",
    severity: "Priorité 2",
    labels: ["export", "comptabilité"],
    reporterName: "Maëlle Ferrand",
    reporterId: "712020:aa01",
    organisationNames: ["Boulangerie Lenoir", "Garage Petit"],
    projectKey: "SUP",
    projectType: "service_desk",
    createdAt: new Date("2026-02-19T18:31:00Z"),
    updatedAt: new Date("2026-02-19T23:05:00Z"),
    resolvedAt: null,
  });
  expect({ ...first?.raw }).toEqual({
    "Clé de projet": "SUP",
    "Type de projet": "service_desk",
    "Champs personnalisés (Module)": "Comptabilité",
    "Champs personnalisés (Module) (2)": "Exports",
    Commentaire: [
      "19/févr./26 8:02 PM;712020:aa02;Pris en compte ; on regarde.",
      "20/févr./26 12:05 AM;;Relance",
    ],
  });
  expect(second).toMatchObject({ line: 5, reporterName: null, severity: "Priorité 1" });
  expect(third).toMatchObject({ line: 6, severity: null, organisationNames: ["Garage Petit"] });
});

test.each([
  [
    "es-windows-1252-semicolon.csv",
    "El botón «Guardar» no hace nada — 20 €",
    "Línea uno\nLínea dos; con punto y coma",
  ],
  ["pt-bom.csv", "Tela de aprovação", "Não é possível aprovar sem anexo."],
  ["pl-crlf-tab.csv", "Nie działa logowanie", "Krok 1\nKrok 2"],
  ["en-utf16le-tab.csv", "Keep “smart quotes” – and emoji 🎉", "Two\nlines"],
  ["en-utf16be-tab.csv", "Keep “smart quotes” – and emoji 🎉", "Two\nlines"],
])("%s reads letter for letter", async (name, title, body) => {
  expect((await readAll(fixture(name))).tickets[0]).toMatchObject({ title, body });
});

test("a renamed key column names the tickets, and dates of several forms stand in one column", async () => {
  const { tickets } = await readAll(fixture("fr-renamed-key.csv"));
  expect(
    tickets.map(({ externalId, createdAt }) => [externalId, createdAt?.toISOString()]),
  ).toEqual([
    ["key:SUP-7", "2025-11-14T14:17:00.000Z"],
    ["key:SUP-8", "2025-11-14T09:09:00.000Z"],
    ["key:SUP-9", "2025-11-28T06:28:00.000Z"],
  ]);
  expect({ ...tickets[0]?.raw }).toEqual({ ANCIEN: "OLD-1" });
});

test("a severity of its own comes before the priority, which is kept", async () => {
  const { tickets } = await readAll(fixture("en-work-item-caret.csv"));
  expect(tickets.map(({ severity }) => severity)).toEqual(["Major", "Low"]);
  expect(tickets[0]?.raw).toMatchObject({ Priority: "High", "Custom field (Status)": "draft" });
});

test("only the columns that the file has are said to be present", async () => {
  const { inspection } = await readAll(fixture("spreadsheet-undecided.csv"));
  expect([...inspection.present].sort()).toEqual(["created", "key", "summary"]);
});

test("a date that cannot be read stays among the raw fields", async () => {
  const { tickets } = await readAll(fixture("some-bad-rows.csv"));
  expect(tickets.find(({ key }) => key === "BAD-5")).toMatchObject({
    updatedAt: null,
    raw: { Updated: "someday" },
  });
});

test("of rows with one identity the newest update wins, else the later row, and both are marked", async () => {
  const { inspection, tickets } = await readAll(fixture("some-bad-rows.csv"));
  expect(inspection.duplicates).toBe(2);
  const marks = tickets.map(({ row, key, duplicate, superseded }) => [
    row,
    key,
    duplicate,
    superseded,
  ]);
  expect(marks).toEqual([
    [1, "BAD-1", false, false],
    [6, "BAD-4", false, true],
    [7, "BAD-1", true, true],
    [8, "BAD-4", true, false],
    [9, "BAD-5", false, false],
  ]);
});

test("reading goes on after the cursor of any batch as if it had not been interrupted", async () => {
  const path = fixture("some-bad-rows.csv");
  const inspection = await inspectFile(path, paris);
  const whole = (await readAll(path)).tickets.map(({ row }) => row);
  for await (const { cursor } of readTickets(path, inspection, { batchSize: 2 })) {
    const before = whole.filter((row) => row <= cursor);
    const rest: number[] = [];
    for await (const batch of readTickets(path, inspection, { after: cursor, batchSize: 2 })) {
      rest.push(...batch.tickets.map(({ row }) => row));
    }
    expect([...before, ...rest]).toEqual(whole);
  }
});

test("a hash follows the row's content, its columns and the reading of its dates, and nothing else", async () => {
  const hashOf = async (content: string, timeZone = "Europe/Paris") =>
    (await readAll(await fileOf(content), { ...paris, timeZone })).tickets[0]?.hash;
  const file = "Issue key,Summary,Created,Last Viewed,Custom field (Rank)\n";
  const first = await hashOf(`${file}A-1,One,01/Mar/24,02/Mar/24,0|a:\n`);
  expect(await hashOf(`${file}A-1,"One",01/Mar/24,09/Apr/24,0|b:\r\n`)).toBe(first);
  expect(await hashOf(`${file}A-1,Two,01/Mar/24,02/Mar/24,0|a:\n`)).not.toBe(first);
  expect(await hashOf(`${file}A-1,One,01/Mar/24,02/Mar/24,0|a:\n`, "Asia/Tokyo")).not.toBe(first);
});

test("control characters that the database cannot keep are taken out", async () => {
  const { tickets } = await readAll(await fileOf("Issue key,Summary\nA-1,be\u0007ll\u001b\n"));
  expect(tickets[0]?.title).toBe("bell");
});

test("a column called like a part of JavaScript is a column like any other", async () => {
  const { tickets } = await readAll(await fileOf("Issue key,__proto__,constructor\nA-1,x,y\n"));
  expect(Object.entries(tickets[0]?.raw ?? {})).toEqual([
    ["__proto__", "x"],
    ["constructor", "y"],
  ]);
});
