import { projectOfKey } from "#lib/tickets/keys.ts";

/** A connection that an epic may lie in; `projects` are those it lets in. */
export type EpicSource = { id: string; projects: string[] };

/**
 * Where an epic is asked for: where it was found before, else in the only connection there is, else in the one that lets
 * in its project, else in each of them, since delivery often lives in a project of its own.
 */
export function sourcesOfEpic(
  key: string,
  sources: EpicSource[],
  foundIn: ReadonlyMap<string, string>,
): string[] {
  const before = sources.find(({ id }) => id === foundIn.get(key));
  if (before) return [before.id];
  const project = projectOfKey(key).toLowerCase();
  const letsIn = sources.find(({ projects }) =>
    projects.some((name) => name.toLowerCase() === project),
  );
  return letsIn ? [letsIn.id] : sources.map(({ id }) => id);
}
