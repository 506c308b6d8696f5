import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { expect, test } from "vitest";
import { parse } from "#lib/rich-text/parse.ts";
import { plainText } from "#lib/rich-text/plain-text.ts";
import { richTextOf } from "#lib/rich-text/rich-text-of.ts";
import { write } from "#lib/rich-text/write.ts";
import { sharedFolder } from "#tests/unit/desks/jira/examples.ts";

const letters = (words: string) => words.replace(/[^\p{L}]/gu, "");

function filesOf(folder: string, ends: string): string[] {
  const path = join(sharedFolder, folder);
  if (!existsSync(path)) return [];
  const names = readdirSync(path).filter((name) => name.endsWith(ends) && !name.includes("schema"));
  return names.map((name) => join(path, name));
}

/** Everything below a key called body or description. */
function textsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === "body" || key === "description") && inner !== null ? [inner] : textsOf(inner),
  );
}

function nodesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== "object" || value === null) return [];
  if ("text" in value && typeof value.text === "string") return [value.text];
  return "content" in value ? nodesOf(value.content) : [];
}

test("every letter of real ADF documents is kept", () => {
  const files = filesOf("jira-rest", ".json").filter((file) => /adf-/.test(file));
  for (const file of files) {
    const document: unknown = JSON.parse(readFileSync(file, "utf8"));
    const texts = file.includes("cloud") ? textsOf(document) : [document];
    for (const text of texts) {
      if (typeof text !== "object") continue;
      const ours = richTextOf(text);
      const kept = letters(plainText(ours));
      for (const words of nodesOf(text)) expect(kept).toContain(letters(words));
      expect(write(parse(ours))).toBe(ours);
    }
  }
});

test("real texts of webhooks and exports become ours once, and stay so", () => {
  const webhooks = filesOf("jira-webhooks", ".json").flatMap((file) =>
    textsOf(JSON.parse(readFileSync(file, "utf8"))),
  );
  const cells = filesOf("jira-csv", ".csv").flatMap((file) => {
    const encoding = file.includes("cp1252") ? "latin1" : "utf8";
    const rows: string[][] = parseCsv(readFileSync(file, encoding), {
      bom: true,
      relax_quotes: true,
    });
    return rows.flat().filter((cell) => cell.includes("\n"));
  });
  for (const text of [...webhooks, ...cells]) {
    const ours = richTextOf(text);
    const again = write(parse(ours));
    expect(write(parse(again))).toBe(again);
    if (ours === text || ours.length < 400) continue;
    // Colours, sizes of pictures and addresses told twice go; what people wrote does not.
    expect(letters(ours).length).toBeGreaterThan(letters(String(text)).length * 0.4);
  }
});
