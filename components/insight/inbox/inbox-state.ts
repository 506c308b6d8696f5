import type { ListState } from "#lib/insights/list/address.ts";
import { isListed } from "#lib/insights/standing.ts";
import type { InsightRow } from "#lib/insights/views.ts";

// What the list shows, as pure steps: rows as the server gave them, and on top of them what this person did since.
// An act is a layer that can be taken off again, when it is undone or refused.

export type RowChange = Partial<
  Pick<
    InsightRow,
    "tribeId" | "teamId" | "quarter" | "answer" | "answeredAt" | "snoozedUntil" | "kind"
  >
> & { mergedIntoId?: string };

export type ChangedRows = { ids: readonly string[]; change: RowChange };
type Layer = ChangedRows & { operationId: string };

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
  /** Rows kept only so that an undo can show them: the server's total is without them. */
  uncounted: number;
};

export type InboxStep =
  | { type: "move"; by: 1 | -1 }
  | { type: "extend"; by: 1 | -1 }
  | { type: "go"; id: string }
  /** From the cursor to that row, as Shift+click does. */
  | { type: "reach"; id: string }
  /** The hand is on a row: on the selection that it belongs to, or on it alone. */
  | { type: "point"; id: string }
  | { type: "toggle"; id: string }
  | { type: "clear" }
  | { type: "change"; operationId: string; parts: readonly ChangedRows[] }
  | { type: "restore"; operationId: string; follow: boolean }
  | { type: "arrive"; rows: readonly InsightRow[]; next: string | null }
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
    uncounted: 0,
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
    case "reach":
      return reached(state, action.id);
    case "point":
      return {
        ...state,
        cursorId: action.id,
        selected: state.selected.has(action.id) ? state.selected : new Set(),
      };
    case "toggle":
      return { ...state, selected: toggled(state.selected, action.id) };
    case "clear":
      return { ...state, selected: new Set() };
    case "arrive":
      return arrived(state, action.rows, action.next);
    case "append":
      return shown({ ...state, given: [...state.given, ...action.rows], next: action.next });
    case "change": {
      const { operationId, parts } = action;
      const layers = [...state.layers, ...parts.map((part) => ({ ...part, operationId }))];
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

/** How many rows of a first page are new here, and how many of ours are no longer on it though they would be. */
export function newsOf(
  state: Pick<InboxState, "given" | "rows" | "next">,
  page: { rows: readonly InsightRow[]; next: string | null },
): { added: number; gone: number } {
  const ours = new Set(state.given.map(({ id }) => id));
  const theirs = new Set(page.rows.map(({ id }) => id));
  const last = state.rows.findLastIndex(({ id }) => theirs.has(id));
  const within = page.next === null ? state.rows : state.rows.slice(0, last + 1);
  // What only moved up because others left is not new.
  const lastOurs = page.rows.findLastIndex(({ id }) => ours.has(id));
  const among = state.next === null ? page.rows : page.rows.slice(0, lastOurs + 1);
  return {
    added: among.filter(({ id }) => !ours.has(id)).length,
    gone: within.filter(({ id }) => !theirs.has(id)).length,
  };
}

/**
 * The first page as the server has it now; what was loaded after it stays, and so does what this person's own acts
 * hide, for their undo.
 */
function arrived(state: InboxState, rows: readonly InsightRow[], next: string | null): InboxState {
  const known = new Set(rows.map(({ id }) => id));
  const listed = new Set(state.rows.map(({ id }) => id));
  const last = state.given.findLastIndex(({ id }) => known.has(id));
  const tail =
    next === null
      ? []
      : state.given.slice(last + 1).filter(({ id }) => listed.has(id) && !known.has(id));
  const hidden = state.given.filter(({ id }) => !listed.has(id) && !known.has(id));
  const given = hidden.reduce<InsightRow[]>(
    (all, row) => all.toSpliced(placeAmong(all, row, state.given), 0, row),
    [...rows, ...tail],
  );
  const there = new Set(given.map(({ id }) => id));
  const selected = new Set([...state.selected].filter((id) => there.has(id)));
  return shown({
    ...state,
    given,
    selected,
    next: tail.length > 0 ? state.next : next,
    uncounted: hidden.length,
  });
}

/** Behind the nearest row that stood before it. */
function placeAmong(all: readonly InsightRow[], row: InsightRow, was: readonly InsightRow[]) {
  const at = was.indexOf(row);
  const places = new Map(all.map(({ id }, index) => [id, index]));
  const before = was.slice(0, at).findLast(({ id }) => places.has(id));
  return before ? (places.get(before.id) ?? -1) + 1 : 0;
}

function restored(state: InboxState, action: { operationId: string; follow: boolean }): InboxState {
  const isIts = ({ operationId }: Layer) => operationId === action.operationId;
  const ids = new Set(state.layers.filter(isIts).flatMap((layer) => layer.ids));
  if (ids.size === 0) return state;
  const next = shown({ ...state, layers: state.layers.filter((layer) => !isIts(layer)) });
  const back = next.rows.find((row) => ids.has(row.id));
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

function reached(state: InboxState, id: string): InboxState {
  const ends = [state.cursorId, id].map((end) => state.rows.findIndex((row) => row.id === end));
  const [from, to] = [Math.min(...ends), Math.max(...ends)];
  const between = state.rows.slice(Math.max(0, from), to + 1).map((row) => row.id);
  return { ...state, cursorId: id, selected: new Set([...state.selected, ...between]) };
}

/** As it was left, with the server's first page of now: what was loaded after it is still there, and the hand too. */
export function returned(left: InboxState, given: Pick<InboxState, "given" | "next" | "today">) {
  return step(
    { ...left, today: given.today, layers: [] },
    {
      type: "arrive",
      rows: given.given,
      next: given.next,
    },
  );
}

function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return selected.has(id)
    ? new Set([...selected].filter((other) => other !== id))
    : new Set([...selected, id]);
}
