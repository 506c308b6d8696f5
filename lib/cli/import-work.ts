import { system } from "#lib/auth/actor.ts";
import { CliError, type Say } from "#lib/cli/sentences.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { rememberedWorkMapping } from "#lib/imports/reads/remembered-mapping.ts";
import { findImportReport, type ImportReport } from "#lib/imports/reads/report.ts";
import type { WorkSubject } from "#lib/imports/subjects.ts";
import { asWorkMapping, proposeWork } from "#lib/imports/work/columns/propose-work.ts";
import { type WorkMapping, workMappingFault } from "#lib/imports/work/columns/work-mapping.ts";
import { isWorkMeaning, workMeanings } from "#lib/imports/work/columns/work-meanings.ts";
import type { WorkWarning } from "#lib/imports/work/plans/entries.ts";
import { refuseHopeless } from "#lib/imports/work/plans/refuse-hopeless.ts";
import { loadPlaces } from "#lib/imports/work/reads/places.ts";
import { planWork } from "#lib/imports/work/reads/plan-work.ts";
import { readTable, type WorkTable } from "#lib/imports/work/rows/read-table.ts";
import { forecastWork } from "#lib/imports/work/writes/forecast-work.ts";
import { writeWork } from "#lib/imports/work/writes/write-work.ts";
import { startImport } from "#lib/imports/writes/commands.ts";
import { holdRun } from "#lib/imports/writes/held-runs.ts";
import { newCall } from "#lib/operations/write.ts";
import { isQuarter } from "#lib/quarter.ts";

type Said = { map?: string[]; place?: string; quarter?: string; "dry-run": boolean };
type Given = {
  name: string;
  path: string;
  warnings: WorkWarning[];
  source: string;
  siteUrl: string | null;
};

/** Takes in a file of themes, initiatives or OKRs, or says what it would do; the report is that of insights. */
export async function importWork(
  subject: WorkSubject,
  { name, path, warnings: told, source, siteUrl }: Given,
  said: Said,
  say: Say,
): Promise<ImportReport> {
  const table = await readTable(path);
  const mapping = await findWorkMapping(subject, table, source, said, say);
  const known = await db().source.findUnique({ where: { name: source }, select: { id: true } });
  const plan = await planWork(known?.id ?? null, table, mapping, told);
  if (said["dry-run"]) {
    const { counts, ...found } = await forecastWork(known?.id ?? null, plan, now());
    const { refused, duplicates, warnings } = found;
    return { source, ...counts, refused, duplicates, warnings };
  }
  refuseHopeless(plan);
  const { totalBytes } = table;
  const file = { fileName: name, fileBytes: totalBytes, uploadId: null };
  const input = { source, siteUrl, subject, ...file, options: { work: mapping } };
  const { id } = await startImport(system, input, newCall(now(), "command-line"));
  const { letGo } = await holdRun(id);
  try {
    await writeWork(system, id, { plan, totalBytes, fileName: name, now });
  } finally {
    await letGo();
  }
  const report = await findImportReport(system, id);
  if (!report) throw new Error(`import ${id} is gone`);
  return report;
}

/**
 * How the columns are read: as the command line says, as files of this source with the same headers were read before, or
 * as proposed where a header names the rows.
 * @throws CliError that says which option settles what is open.
 */
async function findWorkMapping(
  subject: WorkSubject,
  { signature, headers, rows }: WorkTable,
  source: string,
  said: Said,
  say: Say,
): Promise<WorkMapping> {
  const proposal = proposeWork(subject, headers, rows);
  const proposed = asWorkMapping(subject, signature, proposal);
  const before = await rememberedWorkMapping({ name: source }, { subject, signature });
  const given = await placeAndQuarter(said, say);
  if (said.map)
    return {
      ...proposed,
      columns: columnsSaid(subject, proposed, headers, said.map, say),
      ...given,
    };
  if (before) return { ...before, ...given };
  if (proposal.sure) return { ...proposed, ...given };
  const options = proposal.columns.flatMap(({ header, meaning }) =>
    meaning === "omit" ? [] : [`--map '${header.replaceAll("'", `'\\''`)}=${meaning}'`],
  );
  throw new CliError(
    say("cli.unmapped-work", { columns: headers.join(", "), proposed: options.join(" ") }),
  );
}

async function placeAndQuarter({ place, quarter }: Said, say: Say): Promise<Partial<WorkMapping>> {
  if (quarter !== undefined && !isQuarter(quarter))
    throw new CliError(say("cli.wrong-quarter", {}));
  const places = place === undefined ? null : await loadPlaces();
  if (place !== undefined && places && !places.find(place))
    throw new CliError(say("cli.wrong-place", { place, known: places.known }));
  return { ...(place ? { place } : {}), ...(quarter ? { quarter } : {}) };
}

function columnsSaid(
  subject: WorkSubject,
  { columns, ...mapping }: WorkMapping,
  headers: readonly string[],
  map: readonly string[],
  say: Say,
): WorkMapping["columns"] {
  const known: readonly string[] = workMeanings[subject];
  const given = new Map<number, WorkMapping["columns"][number]>();
  for (const one of map) {
    const [, name = "", word = ""] = /^(.*)=([^=]*)$/s.exec(one) ?? [];
    const meaning = known.find((meant) => fold(meant) === fold(word));
    if (!meaning || !isWorkMeaning(meaning))
      throw new CliError(say("cli.wrong-map", { map: one, meanings: known.join(", ") }));
    const place = headers.findIndex((header) => fold(header) === fold(name));
    if (place === -1) throw new CliError(say("cli.no-column", { column: name }));
    given.set(place, meaning);
  }
  const taken = new Set(given.values());
  const said = columns.map(
    (meaning, at) => given.get(at) ?? (taken.has(meaning) ? "omit" : meaning),
  );
  const asked = { subject, signature: mapping.signature, columns };
  const fault = workMappingFault({ ...mapping, columns: said }, asked);
  if (fault) throw new CliError(say(fault, {}));
  return said;
}
