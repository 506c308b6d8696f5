import type { Board } from "#lib/roadmap/board.ts";

// What the roadmap shows, as pure steps: the board as the server gave it, and on top of it what this person did that
// the server has not answered for. Its word may come in between, and must not push a card back from under the hand.

/** Does nothing to a board that has it already, or on which somebody else came first: so does the server. */
export type Change = (board: Board) => Board;

type Layer = { operationId: string; isUndo: boolean; isAnswered: boolean; change: Change };

export type RoadmapState = { given: Board; layers: readonly Layer[]; board: Board };

export type RoadmapStep =
  | { type: "arrive"; board: Board }
  | { type: "do"; operationId: string; change: Change }
  | { type: "undo"; operationId: string; change: Change }
  | { type: "answered"; operationId: string }
  /** The server refused the act: neither it nor its undo has happened. */
  | { type: "refused"; operationId: string }
  | { type: "undo-refused"; operationId: string };

export function firstState(given: Board): RoadmapState {
  return { given, layers: [], board: given };
}

export function step(state: RoadmapState, action: RoadmapStep): RoadmapState {
  switch (action.type) {
    case "arrive":
      return shown(action.board, unanswered(state.layers));
    case "do":
    case "undo": {
      const { operationId, change } = action;
      const isUndo = action.type === "undo";
      return shown(state.given, [
        ...state.layers,
        { operationId, isUndo, isAnswered: false, change },
      ]);
    }
    case "answered":
      return { ...state, layers: answered(state.layers, action.operationId) };
    case "refused":
      return without(state, (layer) => layer.operationId === action.operationId);
    case "undo-refused":
      return without(state, (layer) => layer.operationId === action.operationId && layer.isUndo);
  }
}

const unanswered = (layers: readonly Layer[]) => layers.filter((layer) => !layer.isAnswered);

/** The act is answered before its undo. */
function answered(layers: readonly Layer[], operationId: string): readonly Layer[] {
  const first = unanswered(layers).find((layer) => layer.operationId === operationId);
  return layers.map((layer) => (layer === first ? { ...layer, isAnswered: true } : layer));
}

function without(state: RoadmapState, isGone: (layer: Layer) => boolean): RoadmapState {
  return shown(
    state.given,
    state.layers.filter((layer) => !isGone(layer)),
  );
}

function shown(given: Board, layers: readonly Layer[]): RoadmapState {
  const board = layers.reduce((now, { change }) => change(now), given);
  return { given, layers, board };
}
