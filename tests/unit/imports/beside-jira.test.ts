import { expect, test } from "vitest";
import { asMapping } from "#lib/imports/columns/propose-mapping.ts";
import { recogniseFile } from "#lib/imports/columns/recognise-file.ts";
import { inspectFile } from "#lib/imports/reading/inspect-file.ts";
import { readTickets } from "#lib/imports/reading/read-tickets.ts";
import { fileOf } from "./import-files.ts";

const own = `Clé de ticket,Résumé,Description,Date de creation de Jira,Date de mise à jour Jira,Type_Ticket,Etat,Équipe
AB-1,La saisie ne marche plus,Rien ne se passe,2025-10-24 09:34,13/11/2025 11:30,Bug,En cours,Mobile
AB-2,Ajouter une colonne,Sur le tableau,2025-10-25 10:00,14/11/2025 11:30,Requête,En cours,Web
`;

test("a file with Jira's keys under other headings asks what Jira's words don't say", async () => {
  const { proposal, signature } = await recogniseFile(await fileOf(own));
  const asked = proposal?.columns.flatMap(({ header, meaning }) =>
    meaning === "keep" ? [] : [[header, meaning]],
  );
  expect(asked).toEqual([
    ["Date de creation de Jira", "created"],
    ["Date de mise à jour Jira", "updated"],
    ["Type_Ticket", "issueType"],
  ]);
  expect(proposal && asMapping(signature, proposal)).toMatchObject({ ofJira: true, identity: [] });
});

test("it keeps Jira's keys, its dates and its kind, and what it means to nobody as a field", async () => {
  const path = await fileOf(own);
  const { proposal, signature } = await recogniseFile(path);
  if (!proposal) throw new Error("nothing proposed");
  const mapping = asMapping(signature, proposal);
  const inspection = await inspectFile(path, { timeZone: "Europe/Paris", mapping });
  const found = [];
  for await (const { tickets } of readTickets(path, inspection)) found.push(...tickets);
  expect(found[0]).toMatchObject({
    externalId: "key:AB-1",
    key: "AB-1",
    title: "La saisie ne marche plus",
    issueType: "Bug",
    status: "En cours",
    createdAt: new Date("2025-10-24T07:34:00Z"),
    updatedAt: new Date("2025-11-13T10:30:00Z"),
    raw: { Équipe: "Mobile" },
  });
  expect(inspection.warnings).toContainEqual({
    key: "not-jiras-words",
    params: {
      count: 3,
      columns: "Date de creation de Jira, Date de mise à jour Jira, Type_Ticket",
    },
  });
});

test.for([
  [
    "Jira's own headings",
    "Key,Summary,Created,Updated,Issue Type,Status,Creation date of it\nAB-1,A,2025-10-24,2025-10-24,Bug,Open,2025-10-24\n",
  ],
  ["a heading whose values can't be it", "Key,Summary,Creation\nAB-1,A,soon\nAB-2,B,later\n"],
  ["headings of nobody's", "Key,Summary,Équipe\nAB-1,A,Mobile\n"],
] as const)("%s ask nothing", async ([, content]) => {
  expect((await recogniseFile(await fileOf(content))).proposal).toBeNull();
});
