/**
 * The one list of keys. What binds them, the help (?), the command menu and the hints on buttons
 * are all made from it. The words are in the messages `keys.label.<id>`.
 *
 * How keys are written: "j", "Shift+a", "Mod+k" (⌘ or Ctrl), "Enter", "g t" (one after the other),
 * "1-9" (physical digits, so that AZERTY works); several ways to the same thing stand side by side.
 */
export const KEY_MAP = [
  { id: "help", keys: ["?"], scope: "anywhere" },
  { id: "commandMenu", keys: ["Mod+k"], scope: "anywhere" },
  { id: "search", keys: ["/"], scope: "anywhere" },
  { id: "undo", keys: ["z"], scope: "anywhere" },

  { id: "today", keys: ["g t"], scope: "go" },
  { id: "inbox", keys: ["g i"], scope: "go" },
  { id: "themes", keys: ["g h"], scope: "go" },
  { id: "initiatives", keys: ["g v"], scope: "go" },
  { id: "distribution", keys: ["g s"], scope: "go" },
  { id: "roadmap", keys: ["g r"], scope: "go" },
  { id: "okrs", keys: ["g o"], scope: "go" },
  { id: "dashboard", keys: ["g d"], scope: "go" },
  { id: "handIn", keys: ["g n"], scope: "go" },
  { id: "catalogue", keys: ["g c"], scope: "go" },
  { id: "imports", keys: ["g m"], scope: "go" },
  { id: "people", keys: ["g p"], scope: "go" },
  { id: "audit", keys: ["g u"], scope: "go" },
  { id: "settings", keys: ["g ,"], scope: "go" },

  { id: "next", keys: ["j", "ArrowDown"], scope: "list" },
  { id: "previous", keys: ["k", "ArrowUp"], scope: "list" },
  { id: "open", keys: ["Enter"], scope: "list" },
  { id: "back", keys: ["Escape"], scope: "list" },
  { id: "select", keys: ["x"], scope: "list" },
  { id: "extendDown", keys: ["Shift+j", "Shift+ArrowDown"], scope: "list" },
  { id: "extendUp", keys: ["Shift+k", "Shift+ArrowUp"], scope: "list" },
  { id: "filter", keys: ["f"], scope: "list" },
  { id: "duty", keys: ["w"], scope: "list" },

  { id: "assignDigit", keys: ["1-9"], scope: "triage" },
  { id: "assign", keys: ["a"], scope: "triage" },
  { id: "theme", keys: ["t"], scope: "triage" },
  { id: "merge", keys: ["m"], scope: "triage" },
  { id: "decline", keys: ["d"], scope: "triage" },
  { id: "snooze", keys: ["h"], scope: "triage" },
  { id: "answered", keys: ["e"], scope: "triage" },
  { id: "split", keys: ["s"], scope: "triage" },
  { id: "confirmSure", keys: ["Shift+a"], scope: "triage" },

  { id: "readNews", keys: ["r"], scope: "news" },
  { id: "clearNews", keys: ["e"], scope: "news" },

  { id: "shareOutDigit", keys: ["1-9"], scope: "distribution" },
  { id: "peek", keys: ["Space"], scope: "distribution" },
  { id: "claim", keys: ["c"], scope: "distribution" },
  { id: "takeBack", keys: ["Backspace", "Delete"], scope: "distribution" },

  { id: "comment", keys: ["c"], scope: "screen" },
  { id: "follow", keys: ["Shift+f"], scope: "screen" },
  { id: "compare", keys: ["b"], scope: "screen" },
  { id: "rescore", keys: ["r"], scope: "screen" },
  { id: "checkIn", keys: ["u"], scope: "screen" },
  { id: "chooseDigit", keys: ["1-9"], scope: "screen" },

  { id: "place", keys: ["Enter"], scope: "roadmap" },
  { id: "release", keys: ["Escape"], scope: "roadmap" },
  { id: "teamBefore", keys: ["ArrowUp"], scope: "roadmap" },
  { id: "teamAfter", keys: ["ArrowDown"], scope: "roadmap" },
  { id: "rankUp", keys: ["ArrowLeft"], scope: "roadmap" },
  { id: "rankDown", keys: ["ArrowRight"], scope: "roadmap" },
  { id: "larger", keys: [">"], scope: "roadmap" },
  { id: "smaller", keys: ["<"], scope: "roadmap" },
  { id: "takeOff", keys: ["Delete", "Backspace"], scope: "roadmap" },
  { id: "linkKeyResult", keys: ["l"], scope: "roadmap" },
  { id: "linkEpic", keys: ["e"], scope: "roadmap" },
  { id: "commit", keys: ["Shift+c"], scope: "roadmap" },

  { id: "previousQuarter", keys: ["["], scope: "quarter" },
  { id: "nextQuarter", keys: ["]"], scope: "quarter" },

  { id: "send", keys: ["Mod+Enter"], scope: "dialog" },
] as const;

export type Binding = (typeof KEY_MAP)[number];
export type KeyScope = Binding["scope"];
export type BindingId<Scope extends KeyScope = KeyScope> = Extract<Binding, { scope: Scope }>["id"];
export type GoTo = BindingId<"go">;

/** In the order the help shows them. */
export const SCOPES: readonly KeyScope[] = [
  "triage",
  "news",
  "distribution",
  "roadmap",
  "screen",
  "quarter",
  "list",
  "go",
  "dialog",
  "anywhere",
];

const BY_ID: ReadonlyMap<BindingId, Binding> = new Map(
  KEY_MAP.map((binding) => [binding.id, binding]),
);

/** The keys to show for a binding: the first way of it. */
export function keysOf(id: BindingId): string {
  return BY_ID.get(id)?.keys[0] ?? "";
}
