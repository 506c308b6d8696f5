import { CliError, type Say } from "#lib/cli/sentences.ts";
import { fold } from "#lib/fold.ts";
import { type FileMapping, mappingFault } from "#lib/imports/columns/mapping.ts";
import { type ColumnMeaning, meanings } from "#lib/imports/columns/meanings.ts";
import { asMapping, type Proposal } from "#lib/imports/columns/propose-mapping.ts";
import type { Recognised } from "#lib/imports/columns/recognise-file.ts";
import { rememberedMapping } from "#lib/imports/reads/remembered-mapping.ts";

type Said = { map?: string[]; identity?: string[] };

/**
 * How the columns of a file are read: as its desk wrote them (undefined), as the command line says, as files of this
 * source with the same headers were read before, or as proposed where its headers leave nothing open.
 * @throws CliError that says which option settles what is open.
 */
export async function findMapping(
  { proposal, signature }: Recognised,
  source: string,
  said: Said,
  say: Say,
): Promise<FileMapping | undefined> {
  if (!proposal) return undefined;
  if (said.map || said.identity) return mappingSaid(signature, proposal, said, say);
  const before = await rememberedMapping({ name: source }, signature);
  if (before) return before;
  if (proposal.sure) return asMapping(signature, proposal);
  const names = proposal.columns.map(({ header }) => header);
  const columns = names.length > 8 ? `${names.slice(0, 8).join(", ")} …` : names.join(", ");
  throw new CliError(say("cli.unmapped", { columns, proposed: asOptions(proposal) }));
}

function mappingSaid(
  signature: string,
  proposal: Proposal,
  { map = [], identity = [] }: Said,
  say: Say,
): FileMapping {
  const placeOf = (name: string) => {
    const place = proposal.columns.findIndex(({ header }) => fold(header) === fold(name));
    if (place === -1) throw new CliError(say("cli.no-column", { column: name }));
    return place;
  };
  const given = new Map<number, ColumnMeaning>();
  for (const one of map) {
    const [, name = "", word = ""] = /^(.*)=([^=]*)$/s.exec(one) ?? [];
    const meaning = meanings.find((known) => fold(known) === fold(word));
    if (!meaning)
      throw new CliError(say("cli.wrong-map", { map: one, meanings: meanings.join(", ") }));
    given.set(placeOf(name), meaning);
  }
  const taken = new Set(given.values());
  const columns = proposal.columns.map(({ meaning }, index) => {
    const proposed = taken.has(meaning) && meaning !== "omit" ? "keep" : meaning;
    return given.get(index) ?? proposed;
  });
  const isWholeRow = identity.some((name) => fold(name) === "row");
  const places = isWholeRow ? [] : identity.map(placeOf);
  const mapping: FileMapping = {
    signature,
    columns,
    identity: identity.length > 0 ? places : proposal.identity,
    dates: {},
  };
  // Dates that leave it open are read as --dates says, or as everywhere else.
  const decided = proposal.columns.map(() => ({ date: null }));
  const fault = mappingFault(mapping, { signature, columns: decided });
  if (fault) throw new CliError(say(fault, {}));
  return mapping;
}

function asOptions({ columns, identity }: Proposal): string {
  const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
  const maps = columns.flatMap(({ header, meaning }) =>
    meaning === "keep" || meaning === "omit" ? [] : [`--map ${quoted(`${header}=${meaning}`)}`],
  );
  const names = identity.map((index) => columns[index]?.header ?? "");
  const apart = names.length === 0 ? ["row"] : names;
  return [...maps, ...apart.map((name) => `--identity ${quoted(name)}`)].join(" ");
}
