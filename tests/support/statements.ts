import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "@swc/core";
import { statementOf } from "#lib/sql/note.ts";

/** A question to the database as it stands in the sources. */
export type Statement = {
  /** Path and line. */
  place: string;
  /** Its own words, as a run of it is noted. */
  words: string;
  /** Whether its shape is made once, rather than with each question. */
  hasNamedShape: boolean;
};

const root = join(import.meta.dirname, "../..");
const askers = ["listRows", "findRow", "oneRow", "pgRows"];

/** Every statement whose answer is described by a shape. */
export function listStatements(): Statement[] {
  return sourcesOf("app", "components", "lib", "prisma").flatMap(statementsOf);
}

export function sourcesOf(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((path) => /\.tsx?$/.test(path) && !path.startsWith("generated"))
      .map((path) => join(folder, path)),
  );
}

export const readSource = (path: string) => readFileSync(join(root, path), "utf8");

function statementsOf(path: string): Statement[] {
  const text = readSource(path);
  if (!text.includes("#lib/sql/")) return [];
  const parsed: unknown = parseSync(text, {
    syntax: "typescript",
    tsx: path.endsWith("x"),
    target: "es2022",
  });
  return nodesOf(parsed).flatMap((node) => {
    if (node.type !== "TaggedTemplateExpression") return [];
    const [callee, shape] = calledBy(node.tag);
    if (callee === undefined || !askers.includes(callee)) return [];
    const pieces = nodesOf(fieldOf(node.template, "quasis"), 1);
    const raw = pieces.map((piece) => String(piece.raw)).find((piece) => piece.trim() !== "");
    const line = text.slice(0, text.indexOf(raw ?? callee)).split("\n").length;
    return {
      place: `${path}:${line}`,
      words: statementOf(pieces.map((piece) => String(piece.cooked))),
      hasNamedShape: shape === "Identifier",
    };
  });
}

type Node = { type: string } & Record<string, unknown>;

/** The function that a tag calls, and what kind of expression its second argument is. */
function calledBy(tag: unknown): [string?, string?] {
  const callee = fieldOf(tag, "callee");
  const shape = nodesOf(fieldOf(fieldOf(fieldOf(tag, "arguments"), "1"), "expression"), 1)[0];
  return [String(fieldOf(callee, "value")), shape?.type];
}

/** All nodes of a tree, or those down to a depth of lists. */
function nodesOf(value: unknown, depth = Number.POSITIVE_INFINITY): Node[] {
  if (typeof value !== "object" || value === null) return [];
  const here = isNode(value) ? [value] : [];
  if (here.length > 0 && depth <= 1) return here;
  return [...here, ...Object.values(value).flatMap((part) => nodesOf(part, depth))];
}

function isNode(value: object): value is Node {
  return "type" in value && typeof value.type === "string";
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
