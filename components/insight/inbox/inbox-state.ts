import type { ListState } from "#lib/insights/list-address.ts";
import { isListed } from "#lib/insights/standing.ts";
import type { InsightRow } from "#lib/insights/views.ts";

// What the list shows, as pure steps: rows as the server gave them, and on top of them what this person did since.
// An act is a layer that can be taken off again, when it is undone or refused.

export type RowChange = Partial<
  Pick<InsightRow, "tribeId" | "teamId" | "quarter" | "answer" | "snoozedUntil" | "kind">
> & { mergedIntoId?: string };

type Layer = { operationId: string; ids: readonly string[]; change: RowChange };

export type InboxState = {
  list: ListState;
  /** The company's day, YYYY-MM-DD. */
  today: string;
  given: readonly InsightRow[];
  layers: readonly Layer[];
  /** What is left of them when each act is counted. */
  rows: readonly InsightRow[];
  cursorId: string | null;
  selected: ReadonlySet<string>;
  next: string | null;
};

export type InboxStep =
  | { type: "move"; by: 1 | -1 }
  | { type: "extend"; by: 1 | -1 }
  | { type: "go"; id: string }
  | { type: "toggle"; id: string }
  | { type: "clear" }
  | { type: "change"; operationId: string; ids: readonly string[]; change: RowChange }
  | { type: "restore"; operationId: string; follow: boolean }
  | { type: "append"; rows: readonly InsightRow[]; next: string | null };

export function firstState(
  given: Pick<InboxState, "list" | "today" | "given" | "next"> & { cursorId: string | null },
): InboxState {
  const { cursorId, ...rest } = given;
  const isThere = given.given.some((row) => row.id === cursorId);
  return {
    ...rest,
    layers: [],
    rows: given.given,
    cursorId: isThere ? cursorId : (given.given[0]?.id ?? null),
    selected: new Set(),
  };
}

export function step(state: InboxState, action: InboxStep): InboxState {
  switch (action.type) {
    case "move":
      return { ...state, cursorId: neighbour(state, action.by) };
    case "extend":
      return extended(state, neighbour(state, action.by));
    case "go":
      return { ...state, cursorId: action.id };
    case "toggle":
      return { ...state, selected: toggled(state.selected, action.id) };
    case "clear":
      return { ...state, selected: new Set() };
    case "append":
      return shown({ ...state, given: [...state.given, ...action.rows], next: action.next });
    case "change": {
      const { operationId, ids, change } = action;
      const layers = [...state.layers, { operationId, ids, change }];
      return shown({ ...state, layers, selected: new Set() });
    }
    case "restore":
      return restored(state, action);
  }
}

/** What a key acts on: the selection, else the row under the cursor. */
export function targetsOf(state: InboxState): InsightRow[] {
  const wanted = (row: InsightRow) =>
    state.selected.size > 0 ? state.selected.has(row.id) : row.id === state.cursorId;
  return state.rows.filter(wanted);
}

function restored(state: InboxState, action: { operationId: string; follow: boolean }): InboxState {
  const layer = state.layers.find((one) => one.operationId === action.operationId);
  if (!layer) return state;
  const next = shown({ ...state, layers: state.layers.filter((one) => one !== layer) });
  const back = next.rows.find((row) => layer.ids.includes(row.id));
  return action.follow && back ? { ...next, cursorId: back.id } : next;
}

/** Counts every layer, leaves out what no longer belongs here, and keeps the cursor on a row. */
function shown(state: InboxState): InboxState {
  const layersOf = Map.groupBy(
    state.layers.flatMap((layer) => layer.ids.map((id) => ({ id, change: layer.change }))),
    (one) => one.id,
  );
  const rows = state.given.flatMap((row) => {
    const own = layersOf.get(row.id);
    if (!own) return [row];
    const now = own.reduce<InsightRow & { mergedIntoId?: string }>(
      (changed, one) => Object.assign(changed, one.change),
      { ...row },
    );
    const facts = { ...now, mergedIntoId: now.mergedIntoId ?? null };
    return isListed(state.list, facts, state.today) ? [now] : [];
  });
  return { ...state, rows, cursorId: keptCursor(state, rows) };
}

function keptCursor(before: InboxState, rows: readonly InsightRow[]): string | null {
  const there = new Set(rows.map((row) => row.id));
  if (before.cursorId && there.has(before.cursorId)) return before.cursorId;
  const at = before.rows.findIndex((row) => row.id === before.cursorId);
  const after = before.rows.slice(at + 1).find((row) => there.has(row.id));
  const ahead = before.rows.slice(0, Math.max(at, 0)).findLast((row) => there.has(row.id));
  return (after ?? ahead ?? rows[0])?.id ?? null;
}

function neighbour({ rows, cursorId }: InboxState, by: 1 | -1): string | null {
  const at = rows.findIndex((row) => row.id === cursorId);
  const to = Math.min(rows.length - 1, Math.max(0, at === -1 ? 0 : at + by));
  return rows[to]?.id ?? null;
}

function extended(state: InboxState, to: string | null): InboxState {
  const more = [state.cursorId, to].filter((id) => id !== null);
  return { ...state, cursorId: to, selected: new Set([...state.selected, ...more]) };
}

function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return selected.has(id)
    ? new Set([...selected].filter((other) => other !== id))
    : new Set([...selected, id]);
}
