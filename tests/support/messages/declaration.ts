import { join } from "node:path";
import { type Argument, argumentsOf } from "#tests/support/messages/arguments.ts";
import type { Tree } from "#tests/support/messages/read.ts";

export const declarationPath = join(import.meta.dirname, "../../../lib/i18n/declared-messages.ts");

/**
 * The messages as the compiler sees them: every key, and instead of its sentence only what the sentence asks for, so
 * that rewording one changes nothing here, and that the compiler has little to read.
 */
export function declarationOf(messages: Tree): string {
  return `${head}export type DeclaredMessages = ${typeOf(messages, "")};\n`;
}

const head = `// Written by "npm run generate" from lib/i18n/messages: every key, with what its sentence asks for instead of its words.

`;

function typeOf(tree: Tree, indent: string): string {
  const lines = Object.keys(tree)
    .sort()
    .map((key) => {
      const value = tree[key] ?? "";
      const type =
        typeof value === "string" ? JSON.stringify(asked(value)) : typeOf(value, `${indent}  `);
      return `${indent}  ${/^[a-z]\w*$/i.test(key) ? key : JSON.stringify(key)}: ${type};\n`;
    });
  return `{\n${lines.join("")}${indent}}`;
}

function asked(text: string): string {
  return [...argumentsOf(text)].map(([name, kind]) => written[kind](name)).join("");
}

const written: Record<Argument, (name: string) => string> = {
  text: (name) => `{${name}}`,
  number: (name) => `{${name}, number}`,
  date: (name) => `{${name}, date}`,
  tag: (name) => `<${name}></${name}>`,
};
