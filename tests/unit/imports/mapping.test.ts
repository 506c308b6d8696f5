import fc from "fast-check";
import { expect, test } from "vitest";
import { mappingFault } from "#lib/imports/columns/mapping.ts";
import { asMapping } from "#lib/imports/columns/propose-mapping.ts";
import { recogniseFile } from "#lib/imports/columns/recognise-file.ts";
import { inspectFile } from "#lib/imports/reading/inspect-file.ts";
import { readTickets } from "#lib/imports/reading/read-tickets.ts";
import { cellWords } from "#lib/tables/cell-words.ts";
import { headerSignature } from "#lib/tables/header-signature.ts";
import type { TicketRow } from "#lib/tickets/ticket.ts";
import { fileOf, fixture, paris } from "./import-files.ts";
import * as desks from "./other-desks.ts";

async function proposed(content: string) {
  const { proposal } = await recogniseFile(await fileOf(content));
  if (!proposal) return null;
  const { columns, identity, sure } = proposal;
  const meant = columns.filter(({ meaning }) => meaning !== "keep");
  return {
    columns: Object.fromEntries(meant.map(({ header, meaning }) => [header, meaning])),
    identity: identity.map((index) => columns[index]?.header),
    sure,
  };
}

async function read(content: string) {
  const path = await fileOf(content);
  const { proposal, signature } = await recogniseFile(path);
  if (!proposal) throw new Error("taken for Jira's");
  const mapping = asMapping(signature, proposal);
  const inspection = await inspectFile(path, { ...paris, mapping });
  const tickets: TicketRow[] = [];
  for await (const batch of readTickets(path, inspection)) tickets.push(...batch.tickets);
  return { inspection, tickets };
}

test("a Notion base is known by its first column, with title and creation telling rows apart", async () => {
  expect(await proposed(desks.notion)).toEqual({
    columns: {
      Name: "summary",
      Status: "status",
      Tags: "labels",
      Customer: "organisations",
      "Created time": "created",
    },
    identity: ["Name", "Created time"],
    sure: false,
  });
});

test.each([
  ["Zendesk", desks.zendesk, "ID", { Subject: "summary", "Requester Email": "reporterId" }],
  ["Freshdesk", desks.freshdesk, "Ticket ID", { Subject: "summary", "Full name": "reporter" }],
  ["a German form", desks.germanForm, "Ticketnummer", { Nachricht: "description" }],
  [
    "ServiceNow",
    desks.servicenow,
    "number",
    { short_description: "summary", opened_at: "created" },
  ],
])("%s is understood whole by its own headers", async (_, content, identity, columns) => {
  expect(await proposed(content)).toMatchObject({ columns, identity: [identity], sure: true });
});

const lines = (header: string, ...rows: string[]) => [header, ...rows].join("\n");

test.each([
  [
    "who typed it",
    lines(
      "number,short_description,opened_at,caller_id,sys_created_by",
      "INC1,Printer,2024-12-02 08:16,Ana Ruiz,agent@desk.example",
      "INC2,Mail,2024-12-03 08:16,Bo Lind,agent@desk.example",
    ),
    { sys_created_by: undefined, caller_id: "reporter" },
  ],
  [
    "who works on it",
    lines("Id,Title,Assignee email,Owner,Creator", "A-1,Printer,x@desk.example,Cy,Dee"),
    { "Assignee email": undefined, Owner: undefined, Creator: undefined },
  ],
  [
    "when it is due",
    lines("Ref,Title,Details,Due date", "R-1,Search,Too slow,23/Apr/26", "R-2,Dark,Eyes,24/Apr/26"),
    { "Due date": undefined },
  ],
  [
    "when somebody is reminded",
    lines("Ref,Titre,Date de relance,Échéance SLA", "R-1,Recherche,2026-04-23,2026-04-24"),
    { "Date de relance": undefined, "Échéance SLA": undefined },
  ],
  [
    "a number of a firm",
    lines("id,subject,company_id,Company size", "7,Search,C-12,51-200", "8,Maps,C-13,1-10"),
    { company_id: undefined, "Company size": undefined },
  ],
  [
    "the closing before the resolution",
    lines("id,subject,closed_at,resolved_at", "7,Search,2026-03-09 10:00,2026-03-02 10:00"),
    { closed_at: undefined, resolved_at: "resolved" },
  ],
  [
    "the closing where there is no other",
    lines("id,subject,closed_at", "7,Search,2026-03-09 10:00"),
    { closed_at: "resolved" },
  ],
  [
    "ServiceNow's own state",
    lines("number,incident_state,short_description", "INC1,Closed,Printer", "INC2,New,Mail"),
    { incident_state: "status" },
  ],
  [
    "a number that may be a phone",
    lines("id,subject,Tel", "7,Search,1603929577", "8,Maps,1603929999"),
    { Tel: undefined },
  ],
])("%s is taken for nothing else", async (_, content, meant) => {
  expect((await proposed(content))?.columns).toMatchObject(
    Object.fromEntries(Object.entries(meant).filter(([, meaning]) => meaning !== undefined)),
  );
  const taken = Object.keys((await proposed(content))?.columns ?? {});
  for (const [header, meaning] of Object.entries(meant))
    expect([header, taken.includes(header)]).toEqual([header, meaning !== undefined]);
});

test("a column of days that no word names is asked for before it is the day it was said", async () => {
  const content = lines("id,subject,Quand", "7,Search,2026-03-09 10:00", "8,Maps,2026-03-10 10:00");
  expect(await proposed(content)).toMatchObject({ columns: { Quand: "created" }, sure: false });
});

test.each(["1603929577", "1603929577000", "1603929577000000", "1603929577.0"])(
  "%s since 1970 is an instant where the header says that it is a day",
  async (value) => {
    const { tickets } = await read(
      lines("id,created_at,subject,body", `1,${value},Fails,So it is`),
    );
    expect(tickets[0]?.createdAt).toEqual(new Date("2020-10-28T23:59:37Z"));
  },
);

test("an answer to an open question is the text, and a form's rows are told apart by all they say", async () => {
  expect(await proposed(desks.npsFrench)).toMatchObject({
    columns: {
      Horodateur: "created",
      "Pourquoi cette note ?": "description",
      Entreprise: "organisations",
      "Adresse e-mail": "reporterId",
    },
    sure: false,
  });
});

test("a base whose dates leave day and month open is never sure", async () => {
  expect(await proposed(desks.airtable)).toMatchObject({
    columns: {
      Idea: "summary",
      Notes: "description",
      Company: "organisations",
      Created: "created",
    },
    sure: false,
  });
});

test.each([
  "fr-service-desk.csv",
  "fr-renamed-key.csv",
  "spreadsheet-undecided.csv",
  "some-bad-rows.csv",
])("Jira's own export needs no mapping: %s", async (name) => {
  expect((await recogniseFile(fixture(name))).proposal).toBeNull();
});

test("a German export of Jira needs none either", async () => {
  const german =
    "Zusammenfassung;Vorgangsschlüssel;Vorgangs-ID;Erstellt\nSuche;SUP-1;10001;03/Mär/26 9:05 AM\n";
  expect((await recogniseFile(await fileOf(german))).proposal).toBeNull();
});

test("tags are parted, relations lose their addresses, and firms keep their commas", async () => {
  const { tickets } = await read(desks.notion);
  expect(tickets[0]).toMatchObject({
    title: "Export the timesheet, please",
    labels: ["Planning", "Export"],
    organisationNames: ["Ventadour", "Lisle & Co"],
    createdAt: new Date("2025-11-03T13:14:00Z"),
    raw: { Owner: "Ana Ruiz", Urgent: "No" },
  });
  expect(tickets[1]?.organisationNames).toEqual([]);
  expect(cellWords("Dupont, Martin & Co; Petit", { commas: false })).toEqual([
    "Dupont, Martin & Co",
    "Petit",
  ]);
  const page = `(../Clients/Gamma%20SA%20${"0a".repeat(16)}.md)`;
  expect(cellWords(`Gamma SA ${page}, Delta, Inc. ${page}`, { commas: false })).toEqual([
    "Gamma SA",
    "Delta, Inc.",
  ]);
  expect(cellWords('["a", "b"]', { commas: true })).toEqual(["a", "b"]);
  expect(cellWords("[]", { commas: true })).toEqual([]);
});

test("what names a row is its identity: a number, or a reference that is shown", async () => {
  const numbers = await read(desks.zendesk);
  expect(numbers.tickets.map(({ externalId, key }) => [externalId, key])).toEqual([
    ["101", null],
    ["102", null],
  ]);
  const references = await read(desks.servicenow);
  expect(references.tickets.map(({ externalId, key }) => [externalId, key])).toEqual([
    ["INC0010001", "INC0010001"],
    ["INC0010002", "INC0010002"],
  ]);
});

test("a row known by what stands in it is the same row in another order of columns", async () => {
  const ids = async (content: string) => {
    const path = await fileOf(content);
    const { proposal, signature } = await recogniseFile(path);
    if (!proposal) throw new Error("taken for Jira's");
    const mapping = { ...asMapping(signature, proposal), identity: [] };
    const inspection = await inspectFile(path, { ...paris, mapping });
    const found: string[] = [];
    for await (const { tickets } of readTickets(path, inspection))
      found.push(...tickets.map(({ externalId }) => externalId));
    return found;
  };
  const one = await ids("Idea,Notes\nDark,At night\nOffline,On sites\n");
  expect(await ids("Notes,Idea\nAt night,Dark\nOn sites,Offline\n")).toEqual(one);
  expect(new Set(one).size).toBe(2);
});

test("several texts of a form stand under their questions", async () => {
  const path = await fileOf(
    "Ref;What went well?;What could be better?\nq1;All;\nq2;The plan;The search\n",
  );
  const mapping = {
    signature: "x",
    columns: ["keep" as const, "description" as const, "description" as const],
    identity: [0],
    dates: {},
  };
  const inspection = await inspectFile(path, { ...paris, mapping });
  const bodies: string[] = [];
  for await (const { tickets } of readTickets(path, inspection))
    bodies.push(...tickets.map(({ body }) => body));
  expect(bodies).toEqual([
    "What went well?\nAll",
    "What went well?\nThe plan\n\nWhat could be better?\nThe search",
  ]);
});

test("a row without what tells it apart is refused with its line, and all rows are counted", async () => {
  const { inspection, tickets } = await read(
    `ID,Subject,Description\n${Array.from({ length: 60 }, (_, i) => `${i + 1},Title ${i},Text`).join("\n")}\n,No id,Text\n`,
  ).catch(async () => {
    throw new Error("refused whole");
  });
  expect(inspection.rows).toBe(61);
  expect(inspection.refused.length + tickets.length).toBe(61);
});

test("a mapping without words, with one meaning twice, or with open dates is refused", () => {
  const open = { order: null, undecided: true, example: "1/2/2026" };
  const asked = { signature: "s", columns: [{ date: null }, { date: null }, { date: open }] };
  const mapping = { signature: "s", identity: [], dates: {} };
  const fault = (...columns: ("summary" | "created" | "keep" | "description")[]) =>
    mappingFault({ ...mapping, columns }, asked);
  expect(fault("keep", "keep", "keep")).toBe("mapping-no-text");
  expect(fault("summary", "summary", "keep")).toBe("mapping-twice");
  expect(fault("description", "description", "keep")).toBeNull();
  expect(fault("summary", "keep", "created")).toBe("mapping-dates");
  expect(fault("summary", "keep")).toBe("mapping-other-file");
  expect(
    mappingFault(
      { ...mapping, columns: ["summary", "keep", "created"], dates: { created: "mdy" } },
      asked,
    ),
  ).toBeNull();
});

test("headers that differ in case and marks only are the same ones", () => {
  expect(headerSignature(["\uFEFFName", "Créé le"])).toBe(headerSignature(["name", "CREE LE "]));
  expect(headerSignature(["Name", "Status"])).not.toBe(headerSignature(["Status", "Name"]));
});

const delimiter = fc.constantFrom(",", ";", "\t", "|");
const letters = fc.constantFrom(...'abc XYZ é "\'",;|\t\n-/€'.split(""));
const text = fc.array(letters, { maxLength: 12 }).map((parts) => parts.join(""));

test("any rows of any desk, in any dialect, read back the same, and none is lost", async () => {
  const row = fc.record({ title: text, body: text, area: text, broken: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), delimiter, async (all, by) => {
      const cells = all.map(({ title, body, area, broken }, index) => {
        const filled = [`REF/${index + 1}`, title, body, area];
        return broken && index % 2 === 1 ? filled.slice(0, 3) : filled;
      });
      const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`;
      const lines = [["Référence", "Objet", "Message", "Domaine"], ...cells];
      const file = `${lines.map((line) => line.map(quoted).join(by)).join("\r\n")}\r\n`;
      const path = await fileOf(file);
      const mapping = {
        signature: "any",
        columns: ["keep" as const, "summary" as const, "description" as const, "keep" as const],
        identity: [0],
        dates: {},
      };
      const inspection = await inspectFile(path, { ...paris, mapping });
      const tickets: TicketRow[] = [];
      for await (const batch of readTickets(path, inspection)) tickets.push(...batch.tickets);
      expect(inspection.rows).toBe(all.length);
      expect(inspection.refused.length + tickets.length).toBe(inspection.rows);
      const isNothing = (value: string) => /^\s*-{0,2}\s*$/.test(value);
      expect(tickets.map(({ key, body, raw }) => [key, body, raw.Domaine ?? ""])).toEqual(
        cells
          .filter(
            ([, title = "", body = "", ...more]) =>
              more.length === 1 && !(isNothing(title) && isNothing(body)),
          )
          .map(([ref = "", , body = "", area = ""]) => [ref, isNothing(body) ? "" : body, area]),
      );
    }),
    { numRuns: 80 },
  );
});
