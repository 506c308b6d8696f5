import { UserError } from "#lib/errors.ts";
import { isRowsQuoted, type OpenedFile, openFile } from "#lib/imports/reading/open-file.ts";
import { headerSignature } from "#lib/tables/header-signature.ts";
import { fieldOf } from "#lib/tickets/field-names.ts";
import { findKeyColumn } from "./find-key-column.ts";
import { headerWord } from "./header-words.ts";
import { proposeBesideJira } from "./propose-beside-jira.ts";
import { isName, type Proposal, proposeMapping } from "./propose-mapping.ts";

export type Recognised = {
  signature: string;
  /** For inspectFile, so that the file is not opened twice. */
  opened: OpenedFile;
  /** Null where Jira wrote the headings, which needs no mapping; else what its columns may mean. */
  proposal: Proposal | null;
};

/**
 * Looks at the beginning of a file: whether it is Jira's, by its words or by its keys, or somebody else's.
 * Throws a UserError for what is no table or has no row.
 */
export async function recogniseFile(path: string, maxBytes?: number): Promise<Recognised> {
  const opened = await openFile(path, maxBytes);
  const { headers, sample } = opened;
  const signature = headerSignature(headers);
  if (isOfJira(opened)) {
    const proposal = proposeBesideJira(headers, sample, findKeyColumn(headers, sample));
    return { signature, opened, proposal };
  }
  if (isRowsQuoted(opened)) throw new UserError("importsErrors.rows-quoted");
  return { signature, opened, proposal: proposeMapping(headers, sample) };
}

/**
 * A file with Jira's key or id is Jira's, unless its title stands under another desk's word, or all its ids are of
 * another kind than Jira's numbers.
 */
function isOfJira({ headers, sample }: OpenedFile): boolean {
  const fields = headers.map(fieldOf);
  const isKeyed = fields.includes("key");
  const id = fields.indexOf("id");
  if (!isKeyed && id === -1 && findKeyColumn(headers, sample) === null) return false;
  if (isKeyed) return true;
  const isForeign = headers.some((header) => {
    const word = headerWord(header);
    return word?.isWhole && word.meaning === "summary" && fieldOf(header) === null;
  });
  if (!fields.includes("summary") && (isForeign || isName(headers[0] ?? ""))) return false;
  return id === -1 || !isOtherKind(sample.map((cells) => (cells[id] ?? "").trim()));
}

function isOtherKind(ids: string[]): boolean {
  const filled = ids.filter((value) => value !== "");
  const isOne = filled.every((value) => /^[\p{L}\d][\p{L}\d._-]*$/u.test(value));
  return (
    filled.length > 1 &&
    isOne &&
    new Set(filled).size === filled.length &&
    !filled.some((value) => /^\d{1,18}(\.0+)?$/.test(value))
  );
}
