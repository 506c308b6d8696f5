import { parseArgs } from "node:util";
import { system } from "#lib/auth/actor.ts";
import { fileAt, type GivenFile } from "#lib/cli/given-file.ts";
import { findMapping } from "#lib/cli/import-mapping.ts";
import { importWork } from "#lib/cli/import-work.ts";
import { CliError, type Say } from "#lib/cli/sentences.ts";
import { companyTimeZone, now } from "#lib/clock.ts";
import { recogniseFile } from "#lib/imports/columns/recognise-file.ts";
import { type Inspection, inspectFile } from "#lib/imports/reading/inspect-file.ts";
import type { OpenedFile } from "#lib/imports/reading/open-file.ts";
import type { ImportWarning } from "#lib/imports/reading/refuse-hopeless.ts";
import { findImportReport, type ImportReport } from "#lib/imports/reads/report.ts";
import { type ImportOptions, importOptions } from "#lib/imports/schema.ts";
import { isWorkSubject } from "#lib/imports/subjects.ts";
import { startImport } from "#lib/imports/writes/commands.ts";
import { forecastTicketFile } from "#lib/imports/writes/forecast-ticket-file.ts";
import { holdRun } from "#lib/imports/writes/held-runs.ts";
import { writeTicketFile } from "#lib/imports/writes/write-ticket-file.ts";
import { keepHeapSmall } from "#lib/jobs/small-heap.ts";
import { newCall } from "#lib/operations/write.ts";
import { readUploadLimit } from "#lib/settings/reads/upload-limit.ts";
import { siteAddress, sourceName } from "#lib/tickets/schema.ts";

const flags = {
  of: { type: "string", default: "insights" },
  source: { type: "string", default: "Jira" },
  site: { type: "string" },
  filter: { type: "string", multiple: true },
  map: { type: "string", multiple: true },
  identity: { type: "string", multiple: true },
  place: { type: "string" },
  quarter: { type: "string" },
  dates: { type: "string" },
  "time-zone": { type: "string" },
  "dry-run": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  lang: { type: "string" },
} as const;

/** `import FILE`: 0 when nothing was refused, 2 when rows were, 1 (thrown) when the file as a whole was. */
export async function importFile(args: string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: flags, allowPositionals: true });
  const [given, ...more] = positionals;
  if (!given || more.length > 0) throw new CliError(say("cli.usage", {}));
  keepHeapSmall();
  const started = performance.now();
  const file = await fileAt(given);
  try {
    const report = await importAt(file, values, say);
    const seconds = Math.round((performance.now() - started) / 10) / 100;
    const answer = { ...report, file: file.name, seconds };
    if (values.json) console.log(JSON.stringify(inOrder(answer, say)));
    else print(answer, say);
    return report.refused.length > 0 ? 2 : 0;
  } finally {
    await file.discard();
  }
}

async function importAt({ name, path, warnings }: GivenFile, values: Values, say: Say) {
  const source = sourceName.safeParse(values.source);
  if (!source.success) throw new CliError(say("cli.wrong-source", {}));
  const site = siteAddress.nullable().safeParse(values.site ?? null);
  if (!site.success) throw new CliError(say("cli.wrong-site", {}));
  if (values.of !== "insights") {
    if (!isWorkSubject(values.of)) throw new CliError(say("cli.wrong-of", {}));
    const given = { name, path, warnings, source: source.data, siteUrl: site.data };
    return importWork(values.of, given, values, say);
  }
  const options = readOptions(values, say);
  const recognised = await recogniseFile(path, await readUploadLimit());
  const mapping = await findMapping(recognised, source.data, values, say);
  const opened: Opened = { name, path, told: warnings, opened: recognised.opened };
  const asked = mapping ? { ...options, mapping } : options;
  if (values["dry-run"]) return dryRun(opened, asked, source.data);
  return run(opened, asked, source.data, site.data);
}

type Opened = { name: string; path: string; told: ImportWarning[]; opened: OpenedFile };

/** Looks at the whole file before anything is noted, so that one that is refused leaves nothing behind. */
async function run(
  file: Opened,
  asked: ImportOptions,
  source: string,
  siteUrl: string | null,
): Promise<ImportReport> {
  const { path } = file;
  const inspection = await inspect(file, asked);
  const input = {
    source,
    siteUrl,
    fileName: file.name,
    fileBytes: inspection.totalBytes,
    uploadId: null,
    options: asked,
  };
  const { id } = await startImport(system, input, newCall(now(), "command-line"));
  const { letGo } = await holdRun(id);
  try {
    await writeTicketFile(system, id, { path, inspection, options: asked, now });
  } finally {
    await letGo();
  }
  const found = await findImportReport(system, id);
  if (!found) throw new Error(`import ${id} is gone`);
  return found;
}

/** What would become of each row; nothing is stored. */
async function dryRun(file: Opened, asked: ImportOptions, source: string): Promise<ImportReport> {
  const inspection = await inspect(file, asked);
  const forecast = await forecastTicketFile(source, {
    path: file.path,
    inspection,
    options: asked,
  });
  const { counts, refused, duplicates } = forecast;
  return { source, ...counts, refused, duplicates, warnings: inspection.warnings };
}

async function inspect({ path, told, opened }: Opened, asked: ImportOptions): Promise<Inspection> {
  return inspectFile(path, {
    timeZone: asked.timeZone ?? companyTimeZone(),
    ...(asked.dates ? { dates: asked.dates } : {}),
    ...(asked.mapping ? { mapping: asked.mapping } : {}),
    ...{ opened, told },
  });
}

type Values = {
  of: string;
  source: string;
  site?: string;
  filter?: string[];
  map?: string[];
  identity?: string[];
  place?: string;
  quarter?: string;
  dates?: string;
  "time-zone"?: string;
  "dry-run": boolean;
};

function readOptions(values: Values, say: Say): ImportOptions {
  const filter: Record<string, string[]> = {};
  for (const one of values.filter ?? []) {
    const [column = "", value = ""] = one.split(/=(.*)/s);
    const name = filterColumns.get(column.toLowerCase());
    if (!name || !value) throw new CliError(say("cli.wrong-filter", { filter: one }));
    filter[name] = [...(filter[name] ?? []), ...value.split(",")];
  }
  const parsed = importOptions.safeParse({
    ...(values.dates ? { dates: values.dates } : {}),
    ...(values["time-zone"] ? { timeZone: values["time-zone"] } : {}),
    ...(Object.keys(filter).length > 0 ? { filter } : {}),
  });
  if (!parsed.success) {
    throw new CliError(
      say(parsed.error.issues[0]?.path[0] === "dates" ? "cli.wrong-dates" : "cli.wrong-zone", {}),
    );
  }
  return parsed.data;
}

const filterColumns = new Map([
  ["project-type", "projectType"],
  ["project", "projectKey"],
  ["request-type", "requestType"],
  ["issue-type", "issueType"],
]);

type Answer = ImportReport & { file: string; seconds: number };

const inOrder = (answer: Answer, say: Say) => ({
  source: answer.source,
  file: answer.file,
  rows: answer.rows,
  created: answer.created,
  updated: answer.updated,
  unchanged: answer.unchanged,
  refused: answer.refused.map((row) => ({ line: row.line, reason: reasonOf(row, say) })),
  duplicates: answer.duplicates,
  warnings: answer.warnings.map(({ key, params }) => say(`importsErrors.${key}`, params)),
  seconds: answer.seconds,
});

function print(answer: Answer, say: Say): void {
  const { source, file, rows, created, updated, unchanged, refused, seconds } = answer;
  console.log(
    say("cli.imported", {
      source,
      file,
      rows,
      created,
      updated,
      unchanged,
      refused: refused.length,
      seconds,
    }),
  );
  for (const warning of answer.warnings)
    console.log(say(`importsErrors.${warning.key}`, warning.params));
  for (const row of refused)
    console.log(say("cli.refused-row", { line: row.line, reason: reasonOf(row, say) }));
}

const reasonOf = ({ reason, params }: ImportReport["refused"][number], say: Say) =>
  say(`importsErrors.${reason}`, params);
