import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db.ts";
import { inspectFile } from "#lib/imports/reading/inspect-file.ts";
import { startImport } from "#lib/imports/writes/commands.ts";
import { writeTicketFile } from "#lib/imports/writes/write-ticket-file.ts";
import { insightKinds } from "#lib/insights/kinds.ts";
import { handInInsight } from "#lib/insights/writes/hand-in.ts";
import { splitInsight } from "#lib/insights/writes/merge.ts";
import { listRows } from "#lib/sql/rows.ts";
import type { SampleInsight } from "#prisma/sample/insight.ts";
import { sampleCompany } from "#prisma/sample/organisation.ts";
import { type Arrival, arrivalsOf, type Channel } from "#prisma/seed/arrivals.ts";
import { callAt, type History, later } from "#prisma/seed/history.ts";
import { jiraCsv } from "#prisma/seed/jira-csv.ts";
import { lookup } from "#prisma/seed/lookup.ts";
import { onDuty } from "#prisma/seed/on-duty.ts";
import type { Staff } from "#prisma/seed/staff.ts";

/** An insight of the sample, or a part split from it, as it stands in the database. */
export type Told = {
  id: string;
  /** What the tool proposed. */
  kind: string;
  /** When it came in. */
  at: Date;
  team: string | null;
  sample: SampleInsight;
  isPart: boolean;
};

/**
 * Everything people told, export by export as it came in; what holds several asks is split by whoever reads it
 * first. One after the other, because numbers are given in the order of arrival.
 */
export async function takeInInsights(
  history: History,
  staff: Staff,
  insights: readonly SampleInsight[],
): Promise<Told[]> {
  const folder = await mkdtemp(join(tmpdir(), "tribune-sample-"));
  const productOps = lookup(staff.people, "Inès Belkacem");
  const told: Told[] = [];
  try {
    for (const arrival of arrivalsOf(history, insights)) {
      const { at, channel } = arrival;
      const arrived = channel
        ? await importFile(history, productOps, { at, channel, insights: arrival.insights }, folder)
        : await handIn(history, staff, arrival);
      told.push(...arrived, ...(await split(history, staff, arrived)));
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return told;
}

type Export = { at: Date; channel: Channel; insights: SampleInsight[] };

const madeInsight = z.object({ id: z.guid(), kind: z.enum(insightKinds), externalId: z.string() });

async function importFile(history: History, actor: Actor, one: Export, folder: string) {
  const { at, channel, insights } = one;
  const fileName = `${channel.file}-${at.toISOString().slice(0, 10)}.csv`;
  const path = join(folder, fileName);
  const csv = jiraCsv(insights, channel.hasKeys);
  await writeFile(path, csv);
  const { source, siteUrl } = channel;
  const file = { fileName, fileBytes: Buffer.byteLength(csv), uploadId: null };
  const call = callAt(history, at);
  const run = await startImport(actor, { source, siteUrl, ...file, options: {} }, call);
  const inspection = await inspectFile(path, {
    timeZone: sampleCompany.timeZone,
  });
  await writeTicketFile(actor, run.id, { path, inspection, options: {}, now: () => call.now });
  const rows = await listRows(db(), madeInsight)`
    SELECT i.id::text AS id, i.kind, t.external_id AS "externalId" FROM ticket t JOIN insight i ON i.ticket_id = t.id
    WHERE t.import_run_id = ${run.id}::uuid`;
  const made = new Map(rows.map((row) => [row.externalId, row]));
  return insights.map((sample) => asTold(sample, lookup(made, sample.externalId), at));
}

async function handIn(history: History, { people }: Staff, { at, insights }: Arrival) {
  const told: Told[] = [];
  for (const sample of insights) {
    const { title, body, kind, organisations, reporter } = sample;
    const organisationName = organisations[0];
    const input = {
      body,
      kind,
      ...(title === null ? {} : { title }),
      ...(organisationName === undefined ? {} : { organisationName }),
    };
    const call = callAt(history, at);
    const { id } = await handInInsight(lookup(people, reporter.name), input, call);
    told.push(asTold(sample, { id, kind }, at));
  }
  return told;
}

async function split(history: History, staff: Staff, arrived: readonly Told[]): Promise<Told[]> {
  const parts: Told[] = [];
  for (const { id, at, sample } of arrived) {
    const { splitInto } = sample;
    if (splitInto.length === 0) continue;
    const call = callAt(history, later(at, 5));
    const input = { id, parts: splitInto.map(({ title, body, kind }) => ({ title, body, kind })) };
    const { ids } = await splitInsight(onDuty(staff, at), input, call);
    for (const [index, { team, kind }] of splitInto.entries()) {
      const made = { id: ids[index] ?? "", kind };
      parts.push({ ...asTold(sample, made, at), team, isPart: true });
    }
  }
  return parts;
}

function asTold(sample: SampleInsight, made: { id: string; kind: string }, at: Date): Told {
  return { id: made.id, kind: made.kind, at, team: sample.team, sample, isPart: false };
}
