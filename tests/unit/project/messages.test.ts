import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hatCodes } from "#lib/auth/hats.ts";
import { contracted } from "#lib/i18n/contracted.ts";
import { operationsByName } from "#lib/nouns.ts";
import { argumentsOf } from "#tests/support/messages/arguments.ts";
import { declarationOf, declarationPath } from "#tests/support/messages/declaration.ts";
import { flat, readMessages } from "#tests/support/messages/read.ts";
import { unusedKeys } from "#tests/support/messages/unused.ts";

const root = join(import.meta.dirname, "../../..");
const folder = (language: string) => join(root, "lib/i18n/messages", language);
const namespaces = readdirSync(folder("en")).sort();

const words = { en: flat(readMessages("en")), fr: flat(readMessages("fr")) };

/** The messages of a room, `importsErrors`, by their keys in it. */
function messagesOf(language: "en" | "fr", room: string): Map<string, string> {
  const start = `${room}.`;
  return new Map(
    [...words[language]].flatMap(([key, text]) =>
      key.startsWith(start) ? [[key.slice(start.length), text] as const] : [],
    ),
  );
}

/** The tags that French grammar needs are given to every sentence that may need them; all else is asked for alike. */
const asked = (text: string) =>
  [...argumentsOf(text)]
    .filter(([name, kind]) => !(kind === "tag" && Object.hasOwn(contracted, name)))
    .map(([name, kind]) => `${name}: ${kind}`)
    .join(", ");

describe("the messages", () => {
  it("have the same files in both languages", () => {
    expect(readdirSync(folder("fr")).sort()).toEqual(namespaces);
  });

  it("say everything in both languages", () => {
    expect([...words.fr.keys()].sort()).toEqual([...words.en.keys()].sort());
    expect([...words.en, ...words.fr].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("ask for the same values in both languages, counted or not", () => {
    const differing = [...words.en].filter(
      ([key, text]) => asked(text) !== asked(words.fr.get(key) ?? ""),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("are all asked for, as far as reading the sources can tell", () => {
    const hats = new Set<string>(hatCodes.map((code) => `hats.${code}`));
    const acts = new Set(
      [...operationsByName].flatMap(([name, { undo }]) =>
        undo === "final"
          ? [`operations.${name}`]
          : [`operations.${name}`, `operations.taken-back.${name}`],
      ),
    );
    const unused = unusedKeys(words.en.keys()).filter((key) => !hats.has(key) && !acts.has(key));
    expect(unused).toEqual([]);
    expect(unusedKeys(["okrs.nobodyAsks", "errors.of-nobody"])).toHaveLength(2);
  });

  it("are declared to the compiler as they are: npm run generate", () => {
    expect(readFileSync(declarationPath, "utf8")).toBe(declarationOf(readMessages("en")));
  });

  it("say tu in French", () => {
    expect([...words.fr].filter(([, text]) => /\b(vous|votre|vos)\b/i.test(text))).toEqual([]);
  });

  it("leave no French quotation mark alone at the end or the start of a line", () => {
    const loose = namespaces.filter((file) =>
      /« | »/.test(readFileSync(join(folder("fr"), file), "utf8")),
    );
    expect(loose).toEqual([]);
  });

  it("have a sentence for every operation", () => {
    const sentences = messagesOf("en", "operations");
    expect([...operationsByName.keys()].filter((name) => !sentences.has(name))).toEqual([]);
  });

  it("have a word for every hat", () => {
    const words = messagesOf("en", "hats");
    expect(hatCodes.filter((code) => !words.has(code))).toEqual([]);
  });
});
