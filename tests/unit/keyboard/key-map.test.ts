import { afterEach, describe, expect, test } from "vitest";
import { keyCaps } from "#components/keyboard/key-caps.ts";
import { KEY_MAP, type KeyScope, SCOPES } from "#components/keyboard/key-map.ts";
import {
  availableBindings,
  type KeyHandlers,
  press,
  register,
} from "#components/keyboard/registry.ts";
import en from "#lib/i18n/messages/en/keys.json" with { type: "json" };
import fr from "#lib/i18n/messages/fr/keys.json" with { type: "json" };

const ids = KEY_MAP.map(({ id }) => id);

test("every binding has its words in both languages, and no words are left over", () => {
  expect(Object.keys(en.label).sort()).toEqual([...ids].sort());
  expect(Object.keys(fr.label).sort()).toEqual([...ids].sort());
});

test("every scope is shown in the help, with a heading in both languages", () => {
  const scopes = [...new Set(KEY_MAP.map(({ scope }) => scope))].sort();
  expect([...SCOPES].sort()).toEqual(scopes);
  expect(Object.keys(en.scope).sort()).toEqual(scopes);
  expect(Object.keys(fr.scope).sort()).toEqual(scopes);
});

test("a name stands for one binding", () => {
  expect(new Set(ids).size).toBe(ids.length);
});

test.each([
  ["the inbox", ["triage", "list", "quarter", "go", "anywhere"]],
  ["the distribution", ["distribution", "list", "quarter", "go", "anywhere"]],
  ["the roadmap", ["roadmap", "quarter", "go", "anywhere"]],
  ["another screen", ["screen", "list", "quarter", "go", "anywhere"]],
])("in %s a key means one thing", (_, scopes) => {
  const keys = KEY_MAP.filter(({ scope }) => scopes.includes(scope)).flatMap((one) => [
    ...one.keys,
  ]);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test.each([
  ["g t", false, ["G", "T"]],
  ["Shift+a", false, ["⇧A"]],
  ["Mod+k", false, ["Ctrl K"]],
  ["Mod+k", true, ["⌘K"]],
  ["Mod+Enter", true, ["⌘↵"]],
  ["Escape", false, ["Esc"]],
])("%s is drawn (mac: %s) as %j", (keys, isMac, caps) => {
  expect(keyCaps(keys, isMac)).toEqual(caps);
});

describe("pressing", () => {
  const pressed: string[] = [];
  const leave: (() => void)[] = [];
  afterEach(() => {
    for (const undo of leave.splice(0)) undo();
    pressed.length = 0;
  });

  function show(scope: KeyScope, handlers: KeyHandlers) {
    const registration = {
      scope,
      handlers: () => handlers,
      subject: () => undefined,
      digits: () => [],
    };
    leave.push(register(registration));
  }

  const says = (word: string) => () => {
    pressed.push(word);
  };
  const AWAKE = { inDialog: false, modOnly: false, singleKeys: true };
  const type = (key: string, situation = AWAKE, at = 0) =>
    press({ key, digit: null, isShifted: false, isMod: false }, situation, at);

  test("G then T goes to Today, T alone opens themes", () => {
    show("triage", { theme: says("theme") });
    show("go", { today: says("today") });
    type("g");
    type("t");
    type("t");
    expect(pressed).toEqual(["today", "theme"]);
  });

  test("a second key that comes late, or leads nowhere, means itself", () => {
    show("triage", { theme: says("theme"), merge: says("merge") });
    show("go", { today: says("today") });
    type("g", AWAKE, 0);
    type("t", AWAKE, 1501);
    type("g");
    type("m");
    expect(pressed).toEqual(["theme", "merge"]);
  });

  test("of two that want the same key the newer has it", () => {
    show("anywhere", { undo: says("older") });
    show("anywhere", { undo: says("newer") });
    type("z");
    expect(pressed).toEqual(["newer"]);
  });

  test("a handler that answers false lets the key go on", () => {
    show("anywhere", { undo: says("older") });
    show("anywhere", { undo: () => false });
    type("z");
    expect(pressed).toEqual(["older"]);
  });

  test("in a dialog only the dialog's keys are awake", () => {
    show("triage", { merge: says("merge") });
    show("dialog", { send: says("send") });
    const inDialog = { ...AWAKE, inDialog: true };
    expect(type("m", inDialog)).toBe(false);
    press({ key: "Enter", digit: null, isShifted: false, isMod: true }, inDialog, 0);
    expect(pressed).toEqual(["send"]);
  });

  test("who switched single keys off keeps Enter, Escape and arrows", () => {
    show("list", { next: says("next"), open: says("open") });
    const off = { ...AWAKE, singleKeys: false };
    for (const key of ["j", "ArrowDown", "Enter"]) type(key, off);
    expect(pressed).toEqual(["next", "open"]);
  });

  test("while one writes only combinations with Ctrl or ⌘ work", () => {
    show("list", { next: says("next"), back: says("back") });
    const writing = { ...AWAKE, modOnly: true };
    expect([type("j", writing), type("Escape", writing)]).toEqual([false, false]);
  });

  test("the help shows what the screen binds, and nothing else", () => {
    show("triage", { merge: says("merge") });
    show("go", { today: says("today") });
    expect(availableBindings().map(({ binding }) => binding.id)).toEqual(["merge", "today"]);
  });
});
