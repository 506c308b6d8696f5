import { access, constants, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { system } from "#lib/auth/actor.ts";
import { CliError, type Say } from "#lib/cli/sentences.ts";
import { defaultTimeZone, now } from "#lib/clock.ts";
import { UserError } from "#lib/errors.ts";
import { startImport } from "#lib/imports/commands.ts";
import { type Inspection, inspectFile } from "#lib/imports/csv/inspect-file.ts";
import { forecastImport } from "#lib/imports/forecast.ts";
import { holdRun } from "#lib/imports/interrupted.ts";
import { findImportReport, type ImportReport } from "#lib/imports/queries.ts";
import { runImport } from "#lib/imports/run-import.ts";
import { type ImportOptions, importOptions, siteAddress, sourceName } from "#lib/imports/schema.ts";
import { keepHeapSmall } from "#lib/jobs/small-heap.ts";
import { newCall } from "#lib/operations/write.ts";
import { readUploadLimit } from "#lib/settings/upload-limit.ts";

const options = {
  source: { type: "string", default: "Jira" },
  site: { type: "string" },
  filter: { type: "string", multiple: true },
  dates: { type: "string" },
  "time-zone": { type: "string" },
  "dry-run": { type: "boolean", default: false },
  json: { type: "boolean", default: false },
  lang: { type: "string" },
} as const;

/** `import FILE`: 0 when nothing was refused, 2 when rows were, 1 (thrown) when the file as a whole was. */
export async function importFile(args: string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [given, ...more] = positionals;
  if (!given || more.length > 0) throw new CliError(say("cli.usage", {}));
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), given);
  keepHeapSmall();
  const started = performance.now();
  const size = await stat(path).catch(() => {
    throw new UserError("cli.no-file", { file: given });
  });
  const isReadable = await access(path, constants.R_OK).then(
    () => size.isFile(),
    () => false,
  );
  if (!isReadable) throw new UserError("cli.no-file", { file: given });
  const asked = readOptions(values, say);
  const source = sourceName.safeParse(values.source);
  if (!source.success) throw new CliError(say("cli.wrong-source", {}));
  const site = siteAddress.nullable().safeParse(values.site ?? null);
  if (!site.success) throw new CliError(say("cli.wrong-site", {}));
  const report = values["dry-run"]
    ? await dryRun(path, asked, source.data)
    : await run(path, size.size, asked, source.data, site.data);
  const seconds = Math.round((performance.now() - started) / 10) / 100;
  const answer = { ...report, file: basename(path), seconds };
  if (values.json) console.log(JSON.stringify(inOrder(answer, say)));
  else print(answer, say);
  return report.refused.length > 0 ? 2 : 0;
}

/** Looks at the whole file before anything is noted, so that one that is refused leaves nothing behind. */
async function run(
  path: string,
  bytes: number,
  asked: ImportOptions,
  source: string,
  siteUrl: string | null,
): Promise<ImportReport> {
  const inspection = await inspect(path, asked);
  const input = {
    source,
    siteUrl,
    fileName: basename(path),
    fileBytes: bytes,
    spoolPath: null,
    options: asked,
  };
  const { id } = await startImport(system, input, newCall(now()));
  const letGo = await holdRun(id);
  try {
    await runImport(system, id, { path, inspection, options: asked, now });
  } finally {
    await letGo();
  }
  const found = await findImportReport(system, id);
  if (!found) throw new Error(`import ${id} is gone`);
  return found;
}

/** What would become of each row; nothing is stored. */
async function dryRun(path: string, asked: ImportOptions, source: string): Promise<ImportReport> {
  return forecastImport(source, { path, inspection: await inspect(path, asked), options: asked });
}

async function inspect(path: string, asked: ImportOptions): Promise<Inspection> {
  return inspectFile(path, {
    timeZone: asked.timeZone ?? defaultTimeZone,
    ...(asked.dates ? { dates: asked.dates } : {}),
    maxBytes: await readUploadLimit(),
  });
}

type Values = { filter?: string[]; dates?: string; "time-zone"?: string };

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
