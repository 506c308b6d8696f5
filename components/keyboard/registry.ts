import {
  type Binding,
  type BindingId,
  KEY_MAP,
  type KeyScope,
} from "#components/keyboard/key-map.ts";
import { isSingleKey, isStep, type Stroke } from "#components/keyboard/stroke.ts";

/** What a press carries to its handler. Answering false lets the next one have the key. */
export type KeyPress = { readonly digit: number | null };
// biome-ignore lint/suspicious/noConfusingVoidType: most handlers answer nothing.
export type KeyHandler = (press: KeyPress) => void | false;
export type KeyHandlers = Readonly<Partial<Record<BindingId, KeyHandler>>>;

/** What a screen binds while it is shown. */
export type Registration = {
  readonly scope: KeyScope;
  readonly handlers: () => KeyHandlers;
  /** What the keys act on, e.g. "INS-2417": heads its group in the command menu. */
  readonly subject: () => string | undefined;
  /** What each digit stands for, in order, e.g. the Tribes. */
  readonly digits: () => readonly string[];
};

const registrations = new Set<Registration>();

export function register(registration: Registration): () => void {
  registrations.add(registration);
  return () => {
    registrations.delete(registration);
  };
}

/** The newest first; what holds anywhere last, so that a screen's own key goes before it. */
function inTurn(): Registration[] {
  const newestFirst = [...registrations].reverse();
  const isCommon = ({ scope }: Registration) => scope === "anywhere" || scope === "go";
  return [...newestFirst.filter((one) => !isCommon(one)), ...newestFirst.filter(isCommon)];
}

export type Available = { readonly binding: Binding; readonly registration: Registration };

/** What can be pressed now, for the help and the command menu; each binding once. */
export function availableBindings(): Available[] {
  const seen = new Set<BindingId>();
  const found: Available[] = [];
  for (const registration of inTurn()) {
    const handlers = registration.handlers();
    for (const binding of KEY_MAP) {
      if (binding.scope !== registration.scope) continue;
      if (!handlers[binding.id] || seen.has(binding.id)) continue;
      seen.add(binding.id);
      found.push({ binding, registration });
    }
  }
  return found;
}

type Situation = {
  readonly inDialog: boolean;
  readonly modOnly: boolean;
  readonly singleKeys: boolean;
  /** The key is held down, and says so again and again. */
  readonly isHeld?: boolean;
};

/** Held down they go on; all else is done once a press, or a resting finger would sort a whole inbox. */
const MOVES: ReadonlySet<BindingId> = new Set([
  ...(["next", "previous", "extendDown", "extendUp"] as const),
  ...(["teamBefore", "teamAfter", "rankUp", "rankDown", "larger", "smaller"] as const),
]);
const SEQUENCE_MS = 1500;
let pending: { step: string; until: number } | null = null;

/** Runs what the stroke is bound to; true when something took it. `at` in ms, from the event. */
export function press(stroke: Stroke, situation: Situation, at: number): boolean {
  const before = pending && at <= pending.until ? pending.step : null;
  pending = null;
  const candidates = candidatesIn(situation);
  if (before && run(candidates, stroke, (keys) => secondStep(keys, before))) return true;
  const first = candidates.map(({ keys }) => firstOfTwo(keys)).find((s) => s && isStep(s, stroke));
  if (first) {
    pending = { step: first, until: at + SEQUENCE_MS };
    return true;
  }
  return run(candidates, stroke, (keys) => (keys.includes(" ") ? null : keys));
}

type Candidate = { readonly keys: string; readonly handler: KeyHandler };

function candidatesIn({ inDialog, modOnly, singleKeys, isHeld }: Situation): Candidate[] {
  return inTurn().flatMap((registration) => {
    if (inDialog && registration.scope !== "dialog") return [];
    const handlers = registration.handlers();
    return KEY_MAP.filter(({ scope }) => scope === registration.scope).flatMap(({ id, keys }) => {
      const handler = handlers[id];
      if (!handler) return [];
      if (isHeld && !MOVES.has(id)) return [];
      return keys
        .filter((way) => (modOnly ? way.startsWith("Mod+") : singleKeys || !isSingleKey(way)))
        .map((way) => ({ keys: way, handler }));
    });
  });
}

function run(
  candidates: readonly Candidate[],
  stroke: Stroke,
  stepOf: (keys: string) => string | null,
): boolean {
  return candidates.some(({ keys, handler }) => {
    const step = stepOf(keys);
    return step !== null && isStep(step, stroke) && handler({ digit: stroke.digit }) !== false;
  });
}

const firstOfTwo = (keys: string) => (keys.includes(" ") ? (keys.split(" ")[0] ?? null) : null);

const secondStep = (keys: string, before: string) =>
  keys.startsWith(`${before} `) ? keys.slice(before.length + 1) : null;
