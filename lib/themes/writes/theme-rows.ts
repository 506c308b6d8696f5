import "server-only";
import type { Fields, Tables } from "#lib/operations/rows.ts";
import type { Said } from "#lib/operations/said.ts";
import type { Write } from "#lib/operations/write.ts";

// All that is ever written of themes and what is grouped under them, for commands, imports and undo alike.

export type NewTheme = Pick<Tables["theme"], "title" | "description" | "tribeId" | "teamId">;

/** @returns their ids, in the order given */
export function makeThemes(w: Write, themes: readonly NewTheme[], said: Said): Promise<string[]> {
  const made = { createdAt: said.at, createdById: said.byId };
  return w.insert(
    "theme",
    themes.map((theme) => ({ ...theme, ...made })),
  );
}

/**
 * Sets the same fields on each. @returns the ids that were there
 * @throws UserError `changed-meanwhile` when `version` is given and somebody was faster
 */
export function changeThemes(
  w: Write,
  ids: readonly string[],
  fields: Fields<"theme">,
  version?: number,
): Promise<string[]> {
  return w.update("theme", [...ids], fields, version);
}

/** Puts insights under themes where they are not yet. @returns the links' ids */
export function linkInsights(
  w: Write,
  links: readonly { themeId: string; insightId: string }[],
  addedAt: Date,
): Promise<string[]> {
  return w.insert(
    "theme_insight",
    links.map((link) => ({ ...link, addedAt })),
  );
}

/** @returns the ids of the links that were there */
export function unlinkInsights(w: Write, linkIds: readonly string[]): Promise<string[]> {
  return w.remove("theme_insight", [...linkIds]);
}
