import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { type FileMapping, mappingFault } from "#lib/imports/columns/mapping.ts";
import { importOps } from "#lib/imports/noun.ts";
import { importQuestion } from "#lib/imports/question.ts";
import {
  type AnswerImportInput,
  givenUpKey,
  type ImportOptions,
  importOptions,
} from "#lib/imports/schema.ts";
import type { ImportSubject } from "#lib/imports/subjects.ts";
import { type WorkMapping, workMappingFault } from "#lib/imports/work/columns/work-mapping.ts";
import { rememberMapping } from "#lib/imports/writes/remember-mapping.ts";
import { formSource } from "#lib/insights/writes/hand-in.ts";
import { type Call, type Write, write } from "#lib/operations/write.ts";
import { anyRow } from "#lib/sql/columns.ts";
import { findRow } from "#lib/sql/rows.ts";

export type StartImportInput = {
  source: string;
  /** The desk's address, for links back; null leaves what the source knows. */
  siteUrl: string | null;
  fileName: string;
  fileBytes: number;
  /** The whole file, as it was kept; null when whoever starts the import runs it too. */
  uploadId: string | null;
  options: ImportOptions;
  /** Insights, where nothing is said. */
  subject?: ImportSubject;
};

/** Notes an import that is about to run, and its source when that is new. */
export async function startImport(actor: Actor, input: StartImportInput, call: Call) {
  authorise(actor, "import:run");
  const params = { source: input.source, file: input.fileName };
  return write(actor, call, { operation: importOps.started, params }, async (w) => {
    const sourceId = await sourceNamed(w, input, call.now);
    const said = input.options.mapping ?? input.options.work;
    if (said) await rememberMapping(w, sourceId, said);
    const [id = ""] = await w.insert("import_run", [
      {
        sourceId,
        fileName: input.fileName,
        fileBytes: BigInt(input.fileBytes),
        uploadId: input.uploadId,
        subject: input.subject ?? "insights",
        options: input.options,
        startedById: actor.kind === "person" ? actor.id : null,
        createdAt: call.now,
      },
    ]);
    return { id, sourceId };
  });
}

/** What a person says of a file that could not tell by itself; the import waits to be run again. */
export async function answerImport(actor: Actor, input: AnswerImportInput, call: Call) {
  authorise(actor, "import:run");
  const { id, dates, projectTypes, mapping, work, preview } = input;
  return write(actor, call, { operation: importOps.answered, params: { run: id } }, async (w) => {
    await holdAsking(w, id);
    const run = await w.tx.importRun.findUniqueOrThrow({
      where: { id },
      select: { options: true, question: true, sourceId: true },
    });
    const filter = projectTypes && (projectTypes.length > 0 ? { projectType: projectTypes } : {});
    if (mapping) requireAnswer(run.question, mapping);
    if (work) requireWorkAnswer(run.question, work);
    // What is only tried is not remembered.
    const said = mapping ?? work;
    if (said && !preview) await rememberMapping(w, run.sourceId, said);
    const { preview: _, ...asked } = importOptions.parse(run.options);
    const options = {
      ...asked,
      ...(mapping ? { mapping } : {}),
      ...(work ? { work } : {}),
      ...(preview ? { preview } : {}),
      ...(dates ? { dates } : {}),
      ...(filter ? { filter } : {}),
    };
    await forgetQuestion(w, id);
    await w.update("import_run", [id], { options, state: "queued" });
    return { id };
  });
}

function requireAnswer(question: unknown, mapping: FileMapping): void {
  const asked = importQuestion.parse(question).mapping;
  const fault = asked ? mappingFault(mapping, asked) : "mapping-other-file";
  if (fault) throw new UserError(fault);
}

function requireWorkAnswer(question: unknown, work: WorkMapping): void {
  const asked = importQuestion.parse(question).work;
  const fault = asked ? workMappingFault(work, asked) : "mapping-other-file";
  if (fault) throw new UserError(fault);
}

/** Its samples may name people, and what the history keeps can't be erased. */
async function forgetQuestion(w: Write, id: string): Promise<void> {
  await w.tx.$executeRaw`UPDATE import_run SET question = NULL WHERE id = ${id}::uuid`;
}

/** Whoever answers it, or gives it up, at the same moment is either before or after this. */
async function holdAsking(w: Write, id: string): Promise<void> {
  const asking = await findRow(w.tx, anyRow)`
    SELECT FROM import_run WHERE id = ${id}::uuid AND state = 'asking' FOR UPDATE`;
  if (!asking) throw new UserError("changed-meanwhile");
}

/** Ends an import that asks, at a person's word; nothing of it was stored. */
export async function giveUpImport(actor: Actor, { id }: { id: string }, call: Call) {
  authorise(actor, "import:run");
  return write(actor, call, { operation: importOps.givenUp, params: { run: id } }, async (w) => {
    await holdAsking(w, id);
    const refusal = { key: givenUpKey, params: {} };
    await forgetQuestion(w, id);
    await w.update("import_run", [id], { state: "refused", refusal, finishedAt: call.now });
    await w.tx.upload.deleteMany({ where: { runs: { some: { id } } } });
    return { id };
  });
}

/** Goes on with an import that failed by our fault; what it had written stays. */
export async function retryImport(actor: Actor, { id }: { id: string }, call: Call) {
  authorise(actor, "import:run");
  return write(actor, call, { operation: importOps.retried, params: { run: id } }, async (w) => {
    // Locked: whoever takes it back at the same moment is either before or after this.
    const failed = await findRow(w.tx, anyRow)`
      SELECT FROM import_run WHERE id = ${id}::uuid AND state = 'failed' AND upload_id IS NOT NULL FOR UPDATE`;
    if (!failed) throw new UserError("changed-meanwhile");
    await w.update("import_run", [id], { state: "queued", refusal: null, finishedAt: null });
    return { id };
  });
}

async function sourceNamed(
  w: Write,
  { source, siteUrl }: StartImportInput,
  now: Date,
): Promise<string> {
  // What is handed in by hand has its own source, which must stay the one of that name.
  if (source === formSource) throw new UserError("source-name-taken", { name: source });
  await w.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('source:' || ${source}))`;
  const known = await w.tx.source.findUnique({
    where: { name: source },
    select: { id: true, siteUrl: true },
  });
  if (siteUrl && siteUrl !== known?.siteUrl) await requireFreeSite(w, siteUrl, known?.id ?? null);
  if (known && siteUrl && siteUrl !== known.siteUrl)
    await w.update("source", [known.id], { siteUrl });
  if (known) return known.id;
  const [made = ""] = await w.insert("source", [
    { name: source, kind: "csv", siteUrl, createdAt: now },
  ]);
  return made;
}

/** One site, one source: its tickets would be there twice. */
async function requireFreeSite(w: Write, site: string, exceptId: string | null): Promise<void> {
  await w.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(lower('site:' || ${site})))`;
  const other = await w.tx.source.findFirst({
    where: {
      id: exceptId ? { not: exceptId } : {},
      siteUrl: { equals: site, mode: "insensitive" },
      archivedAt: null,
    },
    select: { name: true },
  });
  if (other) throw new UserError("source-site-taken", { name: other.name, site });
}
