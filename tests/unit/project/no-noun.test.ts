import { describe, expect, it } from "vitest";
import { nounServers, texts } from "#lib/nouns.server.ts";
import { listSources, readSource } from "./sources.ts";

// What serves all nouns is given their lists. Imports are held by the import rules; a table in a statement is not seen
// there, nor a kind of thing in a list of texts.
const own: Record<string, readonly string[]> = {
  "lib/operations": ["operation", "operation_undo", "change"],
  "lib/live": ["operation"],
  "lib/comments": ["comment"],
  "lib/export": [],
  "lib/erasure": ["erasure", "erasure_run", "operation", "change"],
  "lib/forgotten": ["erasure", "erasure_key"],
  "lib/history": ["operation", "operation_undo", "change"],
  "lib/frame": [],
};
/** Who acts is a person, whatever was done. */
const actor = "person";

const tables = new Set(texts.map(({ name }) => name));
const kinds = new Set(
  nounServers.flatMap(({ labels, subjects }) => Object.keys({ ...labels, ...subjects })),
);

describe("What serves all nouns", () => {
  it.each(Object.keys(own))("names no table of a noun in a statement: %s", (folder) => {
    const named = listSources([folder], /\.ts$/).flatMap((path) =>
      tablesIn(codeOf(path)).map((table) => `${path}: ${table}`),
    );
    const allowed = [...(own[folder] ?? []), actor];
    expect(named.filter((one) => !allowed.some((table) => one.endsWith(`: ${table}`)))).toEqual([]);
  });

  it.each(Object.keys(own))("lists no kinds of things: %s", (folder) => {
    const named = listSources([folder], /\.ts$/)
      .filter((path) => !/\/(noun(\.server)?|tables)\.ts$/.test(path))
      .flatMap((path) =>
        [...codeOf(path).matchAll(/"([a-z_]+)"/g)].flatMap(([, word = ""]) =>
          kinds.has(word) && word !== actor ? [`${path}: ${word}`] : [],
        ),
      );
    expect(named).toEqual([]);
  });

  it("would be found out", () => {
    expect(tablesIn('SELECT FROM "theme" t JOIN team ON true; UPDATE insight SET x = 1')).toEqual([
      ...["theme", "team", "insight"],
    ]);
    expect(tablesIn("FROM jsonb_each(x) JOIN LATERAL y")).toEqual([]);
  });
});

/** Without its comments, where an example may stand. */
function codeOf(path: string): string {
  const isComment = (line: string) => /^\s*(\/\/|\/?\*)/.test(line);
  return readSource(path)
    .split("\n")
    .filter((line) => !isComment(line))
    .join("\n");
}

function tablesIn(source: string): string[] {
  return [...source.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE|TABLE)\s+"?([a-z_]+)/g)].flatMap(
    ([, word = ""]) => (tables.has(word) ? [word] : []),
  );
}
