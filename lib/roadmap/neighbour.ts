/** Where the arrows lead from a card: up and down between teams, left and right in rank, then to what is to place. */
import { type Board, lanesOf } from "#lib/roadmap/board.ts";

export type Direction = "up" | "down" | "left" | "right";

const TRAY = "tray:";

export function trayId(initiativeId: string): string {
  return TRAY + initiativeId;
}

/** The initiative behind a cursor in the tray; null for a card in a lane. */
export function inTray(cursor: string): string | null {
  return cursor.startsWith(TRAY) ? cursor.slice(TRAY.length) : null;
}

/** Where the hand is once that card is gone: on the next of its team, else the one before, else of another team. */
export function heir(board: Board, cursor: string): string | null {
  const row =
    lanesOf(board).find((lane) => lane.cards.some(({ id }) => id === cursor))?.cards ?? [];
  const at = row.findIndex(({ id }) => id === cursor);
  const beside = row[at + 1] ?? row[at - 1];
  return beside?.id ?? neighbour(board, cursor, "down") ?? neighbour(board, cursor, "up");
}

/** The card that an arrow leads to; null at an end. */
export function neighbour(board: Board, cursor: string, direction: Direction): string | null {
  const rows = lanesOf(board)
    .map((lane) => lane.cards.map((card) => card.id))
    .filter((row) => row.length > 0);
  const tray = board.tray.map((card) => trayId(card.initiativeId));
  if (inTray(cursor) !== null) {
    if (direction === "left") return rows[0]?.[0] ?? null;
    const step = { up: -1, down: 1, right: 0 }[direction];
    return tray[tray.indexOf(cursor) + step] ?? null;
  }
  const at = rows.findIndex((row) => row.includes(cursor));
  const row = rows[at] ?? [];
  const rank = row.indexOf(cursor);
  if (direction === "left") return row[rank - 1] ?? null;
  if (direction === "right") return row[rank + 1] ?? tray[0] ?? null;
  const other = rows[at + (direction === "up" ? -1 : 1)];
  return other?.[Math.min(rank, other.length - 1)] ?? null;
}
