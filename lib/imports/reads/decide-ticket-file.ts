import "server-only";
import { UserError } from "#lib/errors.ts";
import { type Recognised, recogniseFile } from "#lib/imports/columns/recognise-file.ts";
import {
  type ImportQuestion,
  mappingQuestionOf,
  noQuestion,
  questionOf,
} from "#lib/imports/question.ts";
import { type Inspection, inspectFile } from "#lib/imports/reading/inspect-file.ts";
import type { ImportWarning } from "#lib/imports/reading/refuse-hopeless.ts";
import { rememberedMapping } from "#lib/imports/reads/remembered-mapping.ts";
import type { WaitingRun } from "#lib/imports/reads/waiting-run.ts";
import { type ImportOptions, importOptions } from "#lib/imports/schema.ts";

export type Decided = { recognised: Recognised; options: ImportOptions } & (
  | { question: ImportQuestion }
  | { inspection: Inspection }
);

type Looking = {
  /** Of dates that name none, where nobody has said another. */
  timeZone: string;
  /** What is known of the file before it is read. */
  told: ImportWarning[];
  onProgress: (bytes: number) => void;
};

/**
 * Looks through a file of tickets and decides: it can be written as it stands, or a person must say something first.
 * What its columns mean is as its desk wrote them, as somebody said of this file or of one like it before, or a question.
 * @throws UserError that says what is wrong with the file as a whole
 */
export async function decideTicketFile(
  run: WaitingRun,
  path: string,
  { timeZone, told, onProgress }: Looking,
): Promise<Decided> {
  const recognised = await recogniseFile(path);
  const options = await mappedOptions(run, recognised);
  const decided = { recognised, options };
  const { signature, proposal, opened } = recognised;
  if (proposal && !options.mapping) {
    const mapping = mappingQuestionOf({ signature, proposal }, undefined);
    return { ...decided, question: { ...noQuestion, mapping } };
  }
  const { dates, mapping } = options;
  try {
    // Its size was looked at when it was sent: a limit lowered since is for the next one.
    const inspection = await inspectFile(path, {
      ...{ timeZone: options.timeZone ?? timeZone, opened, told, onProgress },
      ...(dates ? { dates } : {}),
      ...(mapping ? { mapping } : {}),
    });
    const question = run.cursorRow === 0 ? questionOf(inspection, options) : null;
    return question ? { ...decided, question } : { ...decided, inspection };
  } catch (error) {
    return { ...decided, question: askAgain(error, recognised, options) };
  }
}

/** What was said before of such files is kept with the run, which must read its file the same way until it is done. */
async function mappedOptions(
  run: WaitingRun,
  { proposal, signature }: Recognised,
): Promise<ImportOptions> {
  const options = importOptions.parse(run.options);
  if (!proposal || options.mapping) return options;
  const mapping = await rememberedMapping({ id: run.sourceId }, signature);
  return mapping ? { ...options, mapping } : options;
}

/** A column that tells no rows apart, though it was chosen to, is chosen anew: the file is not to be sent again. */
function askAgain(
  error: unknown,
  { signature, proposal }: Recognised,
  { mapping: said }: ImportOptions,
): ImportQuestion {
  const isIdentity =
    error instanceof UserError && error.key === "importsErrors.too-many-without-identity";
  if (!isIdentity || !proposal || !said) throw error;
  const { key, params } = error;
  const mapping = mappingQuestionOf({ signature, proposal }, said);
  return { ...noQuestion, mapping, refusal: { key, params } };
}
