import "server-only";
import { db } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { relationNames } from "#lib/imports/work/rows/read-words.ts";
import type { Refusal } from "#lib/imports/work/rows/work-row.ts";
import type { Craft } from "#lib/okrs/schema.ts";

export type Team = { kind: "team"; id: string; name: string; tribeId: string };
export type Place =
  | Team
  | { kind: "tribe"; id: string; name: string }
  | { kind: "department"; id: string; name: string }
  | { kind: "craft"; id: Craft; name: string };

export type Places = {
  find: (name: string) => Place | null;
  teamsOf: (tribeId: string) => Team[];
  /** Names of Tribes and teams, for a person who wrote another. */
  known: string;
};

const crafts: Record<Craft, string[]> = {
  engineering: ["engineering", "ingénierie", "développement", "tech"],
  data: ["data", "données"],
  "product-management": ["product management", "product", "produit", "pm"],
  qa: ["qa", "quality", "qualité"],
  design: ["design", "ux"],
};

/** Tribes by name or code, teams and departments by name, crafts by their word: case and accents aside. */
export async function loadPlaces(): Promise<Places> {
  const [tribes, teams, departments] = await Promise.all([
    db().tribe.findMany({
      where: { archivedAt: null },
      select: { id: true, name: true, code: true },
      orderBy: { position: "asc" },
    }),
    db().team.findMany({
      where: { archivedAt: null },
      select: { id: true, name: true, tribeId: true },
      orderBy: { position: "asc" },
    }),
    db().department.findMany({ where: { archivedAt: null }, select: { id: true, name: true } }),
  ]);
  const named = new Map<string, Place>();
  const add = (name: string, place: Place) => {
    for (const word of [fold(name), bare(name)]) if (!named.has(word)) named.set(word, place);
  };
  const allTeams = teams.map((team): Team => ({ kind: "team", ...team }));
  for (const team of allTeams) add(team.name, team);
  for (const { code, ...tribe } of tribes) {
    add(tribe.name, { kind: "tribe", ...tribe });
    add(code, { kind: "tribe", ...tribe });
  }
  for (const department of departments) add(department.name, { kind: "department", ...department });
  for (const [id, words] of Object.entries(crafts))
    if (isCraft(id)) for (const word of words) add(word, { kind: "craft", id, name: word });
  return {
    find: (name) => named.get(fold(name)) ?? named.get(bare(name)) ?? null,
    teamsOf: (tribeId) => allTeams.filter((team) => team.tribeId === tribeId),
    known: [...tribes, ...teams].map(({ name }) => name).join(", "),
  };
}

/** "Team Dispatch", "Équipe Dispatch" and "Tribe Planning" are said of what is called without that word. */
function bare(name: string): string {
  return fold(name).replace(
    /^(tribe|tribu|team|equipe|squad) (de |du |d')?| (tribe|team|squad)$/g,
    "",
  );
}

function isCraft(word: string): word is Craft {
  return Object.hasOwn(crafts, word);
}

/** The places that cells name, each once; a list in a cell is taken apart. */
export function placesNamed(places: Places, cells: readonly string[]): Place[] | Refusal {
  const found = new Map<string, Place>();
  for (const name of cells.flatMap(relationNames)) {
    const parts = places.find(name) ? [name] : name.split(",").map((part) => part.trim());
    for (const part of parts.filter((word) => word !== "")) {
      const place = places.find(part);
      if (!place) {
        const params = { place: part.slice(0, 60).toWellFormed(), known: places.known };
        return { refused: "row-work-unknown-place", params };
      }
      found.set(`${place.kind} ${place.id}`, place);
    }
  }
  return [...found.values()];
}

/** The Tribe of a theme, and its team where one is named. */
export function placeOfTheme(
  places: Places,
  cells: readonly string[],
): { tribeId: string; teamId: string | null } | Refusal {
  const named = placesNamed(places, cells);
  if ("refused" in named) return named;
  const teams = named.filter((place) => place.kind === "team");
  const tribes = named.filter((place) => place.kind === "tribe");
  const [team] = teams;
  const tribeId = team?.tribeId ?? tribes[0]?.id;
  if (!tribeId) return { refused: "row-work-no-place", params: { known: places.known } };
  if (teams.length > 1 || tribes.some(({ id }) => id !== tribeId)) return contradicting(named);
  return { tribeId, teamId: team?.id ?? null };
}

/** The team of an initiative; a Tribe alone will do where it has but one. */
export function placeOfInitiative(places: Places, cells: readonly string[]): Team | Refusal {
  const place = placeOfTheme(places, cells);
  if ("refused" in place) return place;
  const teams = places.teamsOf(place.tribeId);
  const team =
    teams.find(({ id }) => id === place.teamId) ?? (teams.length === 1 ? teams[0] : null);
  if (team) return team;
  const params = { teams: teams.map(({ name }) => name).join(", ") };
  return { refused: "row-work-team-needed", params };
}

export function contradicting(places: readonly Place[]): Refusal {
  return {
    refused: "row-work-places",
    params: { places: places.map(({ name }) => name).join(", ") },
  };
}
