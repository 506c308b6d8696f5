/**
 * What changed since a picture was kept, told by item: added, taken out, moved to another team, made
 * larger or smaller. A new rank in the same lane is no news, nor is a new name.
 */
import type { Lane } from "#lib/roadmap/board.ts";
import type { Picture } from "#lib/roadmap/picture.ts";

export type Change = {
  readonly what: "added" | "taken-out" | "moved" | "larger" | "smaller";
  readonly number: number;
  readonly title: string;
  /** The team that has it now, or had it. */
  readonly team: string;
  /** Where it came from, when it moved. */
  readonly fromTeam: string | null;
  /** Half person-months, signed: what it adds to the quarter. */
  readonly byHalfMonths: number;
};

/** What differs between a picture and the lanes as they stand. */
export function changesSince(picture: Picture, lanes: readonly Lane[]): Change[] {
  const then = new Map(
    picture.teams.flatMap((team) => team.items.map((one) => [one.itemId, { ...one, team }])),
  );
  const now = new Map(lanes.flatMap((lane) => lane.cards.map((card) => [card.id, { card, lane }])));
  const arrived = [...now.values()].flatMap(({ card, lane }): Change[] => {
    const was = then.get(card.id);
    const words = { number: card.number, title: card.title, team: lane.name };
    if (!was)
      return [{ ...words, what: "added", fromTeam: null, byHalfMonths: card.effortHalfMonths }];
    const byHalfMonths = card.effortHalfMonths - was.effortHalfMonths;
    if (was.team.id !== lane.teamId)
      return [{ ...words, what: "moved", fromTeam: was.team.name, byHalfMonths }];
    if (byHalfMonths === 0) return [];
    return [
      { ...words, what: byHalfMonths > 0 ? "larger" : "smaller", fromTeam: null, byHalfMonths },
    ];
  });
  const left = [...then.values()].flatMap((was): Change[] =>
    now.has(was.itemId)
      ? []
      : [
          {
            what: "taken-out",
            number: was.number,
            title: was.title,
            team: was.team.name,
            fromTeam: null,
            byHalfMonths: -was.effortHalfMonths,
          },
        ],
  );
  return [...arrived, ...left];
}
