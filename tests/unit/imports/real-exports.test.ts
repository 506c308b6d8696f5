import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { asMapping } from "#lib/imports/columns/propose-mapping.ts";
import { recogniseFile } from "#lib/imports/columns/recognise-file.ts";
import { fixture, paris, readAll } from "./import-files.ts";

// Exports of real desks may lie beside the project; they may not be published, so it works without.
const root = fileURLToPath(new URL("../../../", import.meta.url));
const shared = process.env.TRIBUNE_SHARED_DATA ?? join(dirname(root), "shared", "data");
const real: [string, number][] = [
  ["jira-csv/fr-support-full-500.csv", 500],
  ["jira-csv/fr-support-agent-15col.csv", 1967],
  ["jira-csv/es-jsm-helpdesk-3.csv", 3],
  ["jira-csv/en-402-columns-crlf.csv", 185],
  ["jira-csv/en-bom-worklog-comments.csv", 311],
  ["jira-csv/es-cp1252-sprint6.csv", 490],
  ["jira-csv/pl-crlf-multiline.csv", 22],
  ["jira-csv/en-server-2017.csv", 90],
  ["jira-csv/apache-hive-all-fields.csv", 59],
  ["jira-csv/pt-bom.csv", 37],
  ["jira-csv/en-work-type-2025.csv", 15],
  ["duplicates/hadoop-2503.csv", 2503],
];
const own: [string, number][] = [
  ["fr-service-desk.csv", 3],
  ["fr-renamed-key.csv", 3],
  ["es-windows-1252-semicolon.csv", 2],
  ["pt-bom.csv", 2],
  ["pl-crlf-tab.csv", 2],
  ["en-utf16le-tab.csv", 2],
  ["en-utf16be-tab.csv", 2],
  ["en-work-item-caret.csv", 2],
  ["en-server-pipe.csv", 1],
];
const files = existsSync(shared)
  ? [...real.map(([name, rows]) => ({ path: join(shared, name), rows }))]
  : [];
files.push(...own.map(([name, rows]) => ({ path: fixture(name), rows })));

test("every export is read whole: its rows, their titles and their dates", async () => {
  for (const { path, rows } of files) {
    const { inspection, tickets } = await readAll(path);
    const found = { path, rows: inspection.rows, read: tickets.length };
    expect(found).toEqual({ path, rows, read: rows });
    expect(inspection).toMatchObject({ refused: [], duplicates: 0, warnings: [], undecided: [] });
    expect(tickets.filter(({ title, createdAt }) => title === null || createdAt === null)).toEqual(
      [],
    );
  }
});

const otherDesks: [string, number, string][] = [
  ["zendesk-ticket_data.csv", 10, "subject"],
  ["zendesk-ticket_comment_data.csv", 20, "body"],
  ["servicenow-incident-97.csv", 97, "category"],
  ["servicenow-incident-es-67.csv", 67, "Incident CI type"],
];

test("exports of other desks are read whole by what is proposed, once one says which words are theirs", async () => {
  for (const [name, rows, words] of existsSync(shared) ? otherDesks : []) {
    const path = join(shared, "other-desks", name);
    const { proposal, signature } = await recogniseFile(path);
    if (!proposal) throw new Error(`${name} was taken for Jira's`);
    expect(proposal.columns.filter(({ date }) => date?.undecided)).toEqual([]);
    expect(proposal.identity.length).toBe(1);
    const mapping = asMapping(signature, proposal);
    const place = proposal.columns.findIndex(({ header }) => header === words);
    if (!mapping.columns.includes("summary")) mapping.columns[place] = "summary";
    const { inspection, tickets } = await readAll(path, { ...paris, mapping });
    expect({ name, rows: inspection.rows, read: tickets.length }).toEqual({
      name,
      rows,
      read: rows,
    });
    expect(inspection).toMatchObject({ refused: [], duplicates: 0, undecided: [] });
    expect(tickets.filter(({ title, createdAt }) => title === null || createdAt === null)).toEqual(
      [],
    );
  }
});
