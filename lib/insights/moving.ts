// Tribe first, then team. From the inbox an insight goes to a Tribe without a word; leaving one Tribe for another
// asks for a reason, because somebody there was counting on it (or waiting to be rid of it).

export type Move = { number: number; tribeId: string | null; tribeName: string | null };

export type MoveRefusal =
  | { key: "insight-moved-meanwhile"; number: number; tribe: string | null }
  | { key: "reason-needed-to-move"; number: number; tribe: string | null };

/**
 * Why this move can't be made as asked, or null. `from` is where the screen showed them, when it says so: if that
 * is no longer true, the one who asks has not seen what they would undo.
 */
export function refusalToMove(
  rows: readonly Move[],
  asked: { tribeId: string; from?: string | null | undefined; reason?: string | undefined },
): MoveRefusal | null {
  for (const { number, tribeId, tribeName } of rows) {
    if (tribeId === asked.tribeId) continue;
    if (asked.from !== undefined && tribeId !== asked.from)
      return { key: "insight-moved-meanwhile", number, tribe: tribeName };
    if (tribeId !== null && !asked.reason)
      return { key: "reason-needed-to-move", number, tribe: tribeName };
  }
  return null;
}
