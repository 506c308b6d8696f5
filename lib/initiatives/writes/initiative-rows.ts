import "server-only";
import { factors, fieldOf, type Rice } from "#lib/initiatives/rice.ts";
import { keepFactors, type SaidWhy } from "#lib/initiatives/writes/factors.ts";
import type { Fields, Tables } from "#lib/operations/rows.ts";
import type { Write } from "#lib/operations/write.ts";

// All that is ever written of initiatives and what they are tied to, for commands, imports and undo alike.

type Given = "title" | "problem" | "kind" | "origin" | "originReason" | "teamId";
export type NewInitiative = Pick<Tables["initiative"], Given> &
  Partial<Pick<Tables["initiative"], "epicKey" | keyof Rice>>;

const nothingYet = {
  ...{ epicKey: null, reach: null, impactHundredths: null },
  ...{ confidenceHundredths: null, effortHalfMonths: null },
};

/** The factors that are given are kept with who said so. @returns their ids, in the order given */
export async function makeInitiatives(
  w: Write,
  initiatives: readonly NewInitiative[],
  said: SaidWhy,
): Promise<string[]> {
  const made = { createdAt: said.at, createdById: said.byId };
  const rows = initiatives.map((initiative) => ({ ...nothingYet, ...initiative, ...made }));
  const ids = await w.insert("initiative", rows);
  const set = rows.flatMap((row, index) => factorsIn(ids[index] ?? "", row));
  const given = set.filter(({ value }) => value !== null);
  await keepFactors(w, given, said);
  return ids;
}

/**
 * Sets the same fields on each; a factor among them is kept with who said so. @returns the ids that were there
 * @throws UserError `changed-meanwhile` when `version` is given and somebody was faster
 */
export async function changeInitiatives(
  w: Write,
  ids: readonly string[],
  fields: Fields<"initiative">,
  said: SaidWhy,
  version?: number,
): Promise<string[]> {
  const changed = await w.update("initiative", [...ids], fields, version);
  const set = changed.flatMap((id) => factorsIn(id, fields));
  await keepFactors(w, set, said);
  return changed;
}

/** To themes that speak for it. */
export function tieThemes(
  w: Write,
  ties: readonly { initiativeId: string; themeId: string }[],
): Promise<string[]> {
  return w.insert("initiative_theme", [...ties]);
}

/** To key results that it serves. */
export function tieKeyResults(
  w: Write,
  ties: readonly { initiativeId: string; keyResultId: string }[],
): Promise<string[]> {
  return w.insert("initiative_key_result", [...ties]);
}

export function untieThemes(w: Write, tieIds: readonly string[]): Promise<string[]> {
  return w.remove("initiative_theme", [...tieIds]);
}

export function untieKeyResults(w: Write, tieIds: readonly string[]): Promise<string[]> {
  return w.remove("initiative_key_result", [...tieIds]);
}

function factorsIn(initiativeId: string, fields: Partial<Rice>) {
  return factors.flatMap((factor) => {
    const value = fields[fieldOf[factor]];
    return value === undefined ? [] : [{ initiativeId, factor, value }];
  });
}
