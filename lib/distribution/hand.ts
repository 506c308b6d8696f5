import { type Entry, type EntryOrder, entriesOf, usualOrder } from "#lib/distribution/entries.ts";
import type { ShareableInsight } from "#lib/distribution/views.ts";

// What the screen shows, as pure steps: insights as the server gave them, and on top what this person did since. An
// act is a layer that is taken off again when it is undone or refused.

type Layer = { operationId: string; ids: ReadonlySet<string>; teamId: string | null };

export type Hand = {
  given: readonly ShareableInsight[];
  teamIds: readonly string[];
  order: EntryOrder;
  layers: readonly Layer[];
  insights: readonly ShareableInsight[];
  /** The pool's, then each team's, in the order of the screen. */
  entries: readonly Entry[];
  cursorId: string | null;
  selected: ReadonlySet<string>;
};

export type HandStep =
  | { type: "move"; by: 1 | -1 }
  | { type: "extend"; by: 1 | -1 }
  | { type: "go"; id: string }
  /** From the cursor to that entry, as Shift+click does. */
  | { type: "reach"; id: string }
  | { type: "toggle"; id: string }
  | { type: "clear" }
  | { type: "order"; order: EntryOrder }
  | { type: "give"; operationId: string; ids: readonly string[]; teamId: string | null }
  | { type: "restore"; operationId: string }
  | { type: "arrive"; given: readonly ShareableInsight[]; teamIds: readonly string[] };

export function firstHand(
  given: readonly ShareableInsight[],
  teamIds: readonly string[],
  order = usualOrder,
): Hand {
  const empty = { insights: given, entries: [], cursorId: null, selected: new Set<string>() };
  return shown({ given, teamIds, order, layers: [], ...empty });
}

export function step(hand: Hand, action: HandStep): Hand {
  switch (action.type) {
    case "move":
      return { ...hand, cursorId: neighbour(hand, action.by) };
    case "extend": {
      const to = neighbour(hand, action.by);
      const more = [hand.cursorId, to].filter((id) => id !== null);
      return { ...hand, cursorId: to, selected: new Set([...hand.selected, ...more]) };
    }
    case "go":
      return { ...hand, cursorId: action.id };
    case "reach": {
      const places = [hand.cursorId, action.id].map((id) =>
        hand.entries.findIndex((entry) => entry.id === id),
      );
      const [from, to] = [Math.max(0, Math.min(...places)), Math.max(...places)];
      const between = hand.entries.slice(from, to + 1).map(({ id }) => id);
      return { ...hand, cursorId: action.id, selected: new Set([...hand.selected, ...between]) };
    }
    case "toggle":
      return { ...hand, cursorId: action.id, selected: toggled(hand.selected, action.id) };
    case "clear":
      return { ...hand, selected: new Set() };
    // Read from the top, in the order that was asked for.
    case "order":
      return shown({ ...hand, order: action.order, cursorId: null, selected: new Set() });
    case "give": {
      const { operationId, teamId } = action;
      const layer = { operationId, ids: new Set(action.ids), teamId };
      return shown({ ...hand, layers: [...hand.layers, layer], selected: new Set() });
    }
    case "restore":
      return shown({
        ...hand,
        layers: hand.layers.filter((layer) => layer.operationId !== action.operationId),
      });
    case "arrive":
      return shown({ ...hand, given: action.given, teamIds: action.teamIds, layers: [] });
  }
}

/** What a key acts on: the selection, else the entry under the cursor. */
export function targetsOf({ entries, selected, cursorId }: Hand): Entry[] {
  return entries.filter(({ id }) => (selected.size > 0 ? selected.has(id) : id === cursorId));
}

function shown(hand: Hand): Hand {
  const insights = hand.given.map((insight) => {
    const layer = hand.layers.findLast(({ ids }) => ids.has(insight.id));
    if (!layer || layer.teamId === insight.teamId) return insight;
    return { ...insight, teamId: layer.teamId, carriedFrom: null };
  });
  const entries = [null, ...hand.teamIds].flatMap((teamId) =>
    entriesOf(insights, teamId, hand.order),
  );
  const there = new Set(entries.map(({ id }) => id));
  const selected = new Set([...hand.selected].filter((id) => there.has(id)));
  return { ...hand, insights, entries, selected, cursorId: keptCursor(hand, entries, there) };
}

/** What was under the cursor has gone elsewhere: the next of the same list, as one works down a list. */
function keptCursor(
  before: Hand,
  entries: readonly Entry[],
  there: ReadonlySet<string>,
): string | null {
  const at = before.entries.findIndex(({ id }) => id === before.cursorId);
  const was = before.entries[at];
  const isKept = was && entries.some(({ id, teamId }) => id === was.id && teamId === was.teamId);
  if (isKept) return was.id;
  const sameList = (entry: Entry) => entry.teamId === was?.teamId && isThere(entry);
  const isThere = ({ id, teamId }: Entry) =>
    there.has(id) && entries.some((one) => one.id === id && one.teamId === teamId);
  const after = before.entries.slice(at + 1).find(sameList);
  const ahead = before.entries.slice(0, Math.max(0, at)).findLast(sameList);
  return (after ?? ahead ?? entries[0])?.id ?? null;
}

function neighbour({ entries, cursorId }: Hand, by: 1 | -1): string | null {
  const at = entries.findIndex(({ id }) => id === cursorId);
  const to = Math.min(entries.length - 1, Math.max(0, at === -1 ? 0 : at + by));
  return entries[to]?.id ?? null;
}

function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return selected.has(id)
    ? new Set([...selected].filter((other) => other !== id))
    : new Set([...selected, id]);
}
