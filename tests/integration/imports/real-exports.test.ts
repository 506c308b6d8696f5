import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { root } from "#lib/launcher/paths.mjs";
import { useDatabase } from "#tests/support/use-database.ts";
import { counts, fixture, importFile } from "./importing.ts";

// Exports of real desks may lie beside the project; they may not be published, so it works without.
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
const files = [
  ...own.map(([name, rows]) => ({ path: fixture(name), rows })),
  ...(existsSync(shared) ? real.map(([name, rows]) => ({ path: join(shared, name), rows })) : []),
];

let database: Database;
beforeAll(async () => {
  database = await useDatabase();
});

test("every export comes in whole, each row an insight, and a second time nothing happens", async () => {
  for (const { path, rows } of files) {
    const source = relative(root, path);
    const none = { rows, created: 0, updated: 0, unchanged: 0, refused: 0, duplicates: 0 };
    const first = { source, ...counts(await importFile(path, source)) };
    expect(first).toEqual({ source, ...none, created: rows });
    expect(await database.insight.count({ where: { source: { name: source } } })).toBe(rows);
    const before = await database.change.count();
    const second = { source, ...counts(await importFile(path, source)) };
    expect(second).toEqual({ source, ...none, unchanged: rows });
    expect(await database.change.count()).toBe(before + 1);
  }
});
