import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "#lib/commands.ts";
import { operationsByName } from "#lib/nouns.ts";

const all = Object.entries(commands);

/** Words whose past tense is not their own with "d" or "ed". */
const irregular: Readonly<Record<string, string>> = {
  commit: "committed",
  give: "given",
  hand: "handed",
  retry: "retried",
  set: "set",
  split: "split",
  take: "taken",
  withdraw: "withdrawn",
  undo: "undone",
  verify: "verified",
  write: "written",
};

function pastOf(verb: string): string {
  return irregular[verb] ?? (verb.endsWith("e") ? `${verb}d` : `${verb}ed`);
}

function inWords(camelCase: string): string[] {
  return camelCase.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).split(" ");
}

describe("one act has one word:", () => {
  it.each(all)("%s is what its function and what its history say", (name, { run, operations }) => {
    const [subject, act = name] = name.split(".");
    const [verb = ""] = act.split("-");
    expect(inWords(run.name)[0]).toBe(verb);
    const done = operations.map((operation) => operation.name.split("."));
    expect(new Set(done.map(([of]) => of))).toEqual(new Set([subject]));
    const words = done.flatMap(([of, said = of]) => said?.split("-"));
    expect(words.map((word) => (word === verb ? pastOf(verb) : word))).toContain(pastOf(verb));
  });
});

it("whatever a person may do is recorded as an operation of a noun", () => {
  for (const [, { operations }] of all)
    for (const { name } of operations) expect(operationsByName.has(name)).toBe(true);
});

it("every command asks for a permission", () => {
  expect(all.filter(([, { permissions }]) => permissions.length === 0)).toEqual([]);
});

describe("the command line has no second way to an act:", () => {
  const files = readdirSync("lib/cli").filter((name) => name.endsWith(".ts"));
  const acts = new Set<unknown>(all.map(([, { run }]) => run));

  it.each(files)("%s asks for it by its name", async (file) => {
    const text = readFileSync(join("lib/cli", file), "utf8");
    const rooms = [...text.matchAll(/from "(#lib\/[^"]*\/writes[^"]*)"/g)].map(([, room]) => room);
    const known = await Promise.all(
      rooms.map(async (room) => Object.entries(await import(`${room}`))),
    );
    const own = known.flat().filter(([name, value]) => acts.has(value) && text.includes(name));
    expect(own.map(([name]) => name)).toEqual([]);
  });
});
