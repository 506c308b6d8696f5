import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { hatCodes } from "#lib/auth/hats.ts";
import { operationNames } from "#lib/operations/catalogue.ts";

const root = join(import.meta.dirname, "../../..");
const folder = (language: string) => join(root, "lib/i18n/messages", language);
const namespaces = readdirSync(folder("en")).sort();

type Tree = { [key: string]: string | Tree };

function messages(language: string, file: string): Map<string, string> {
  const flat = new Map<string, string>();
  const walk = (tree: Tree, prefix: string) => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === "string") flat.set(prefix + key, value);
      else walk(value, `${prefix}${key}.`);
    }
  };
  walk(JSON.parse(readFileSync(join(folder(language), file), "utf8")), "");
  return flat;
}

/** The names of the values and of the tags that a message asks for, each once. */
function asked(text: string): string[] {
  const names = new Set<string>();
  const walk = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      names.add(element.type === TYPE.tag ? `<${element.value}>` : element.value);
      if (element.type === TYPE.tag) walk(element.children);
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const option of Object.values(element.options)) walk(option.value);
      }
    }
  };
  walk(parse(text));
  return [...names].sort();
}

describe("the messages", () => {
  it("have the same files in both languages", () => {
    expect(readdirSync(folder("fr")).sort()).toEqual(namespaces);
  });

  it.each(namespaces)("of %s say everything in both languages", (file) => {
    const [en, fr] = [messages("en", file), messages("fr", file)];
    expect([...fr.keys()].sort()).toEqual([...en.keys()].sort());
    expect([...en, ...fr].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it.each(namespaces)("of %s take the same values in both languages", (file) => {
    const [en, fr] = [messages("en", file), messages("fr", file)];
    const differing = [...en].filter(
      ([key, text]) => asked(text).join() !== asked(fr.get(key) ?? "").join(),
    );
    expect(differing).toEqual([]);
  });

  it("say tu in French", () => {
    const formal = namespaces.flatMap((file) =>
      [...messages("fr", file)].filter(([, text]) => /\b(vous|votre|vos)\b/i.test(text)),
    );
    expect(formal).toEqual([]);
  });

  it("have a sentence for every operation", () => {
    const sentences = messages("en", "operations.json");
    expect(operationNames.filter((name) => !sentences.has(name))).toEqual([]);
  });

  it("have a word for every hat", () => {
    const words = messages("en", "hats.json");
    expect(hatCodes.filter((code) => !words.has(code))).toEqual([]);
  });

  it("have a sentence for every refusal", () => {
    const sentences = new Set([
      ...messages("en", "errors.json").keys(),
      ...messages("en", "imports-errors.json").keys(),
    ]);
    const keys = sources(join(root, "lib")).flatMap((source) =>
      [...source.matchAll(/new UserError\(\s*"([a-zA-Z-]+)"/g)].map((match) => match[1] ?? ""),
    );
    expect(keys.length).toBeGreaterThan(20);
    expect([...new Set(keys)].filter((key) => !sentences.has(key))).toEqual([]);
  });
});

function sources(path: string): string[] {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter(
      (entry) =>
        entry.isFile() && entry.name.endsWith(".ts") && !entry.parentPath.includes("generated"),
    )
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}
