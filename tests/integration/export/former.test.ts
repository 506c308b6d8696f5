import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { db } from "#lib/db.ts";
import { manifestSchema } from "#lib/export/manifest.ts";
import { castOn } from "#tests/support/cast.ts";
import { allRows } from "./databases.ts";
import { fill } from "./fill.ts";
import { bringBack, newDatabase, take } from "./taking.ts";

const comment = z.looseObject({ subject_kind: z.string(), subject_id: z.string() });

test("an export from before comments hung on a kind and an id comes back as it was", async () => {
  const from = await newDatabase();
  const cast = await castOn(db());
  let count = 0;
  const text = () => {
    count += 1;
    return `text ${count}`;
  };
  await fill(from, cast, { text, json: () => "{}" });
  const folder = await take(cast.ines);
  const kinds = await writeAsBefore(folder);
  expect([...kinds].sort()).toEqual(["initiative", "insight", "objective", "theme"]);
  const to = await bringBack(folder);
  const [before, after] = [await allRows(from), await allRows(to)];
  expect(after.comment).toEqual(before.comment);
});

/** The file of comments with its four columns of old, and the manifest that says so. */
async function writeAsBefore(folder: string): Promise<Set<string>> {
  const path = join(folder, "comments.jsonl");
  const kinds = ["insight", "theme", "initiative", "objective"];
  const lines = (await readFile(path, "utf8")).split("\n").slice(0, -1);
  const said = new Set<string>();
  const former = lines.map((line) => {
    const { subject_kind, subject_id, ...rest } = comment.parse(JSON.parse(line));
    said.add(subject_kind);
    const ids = kinds.map((kind) => [`${kind}_id`, kind === subject_kind ? subject_id : null]);
    return `${JSON.stringify({ ...rest, ...Object.fromEntries(ids) })}\n`;
  });
  const content = former.join("");
  await writeFile(path, content);
  const manifestPath = join(folder, "manifest.json");
  const manifest = manifestSchema.parse(JSON.parse(await readFile(manifestPath, "utf8")));
  const tables = manifest.tables.map((one) =>
    one.table === "comment"
      ? {
          ...one,
          columns: [
            ...one.columns.filter((name) => !name.startsWith("subject_")),
            ...kinds.map((kind) => `${kind}_id`),
          ],
        }
      : one,
  );
  const sha256 = createHash("sha256").update(content).digest("hex");
  const files = {
    ...manifest.files,
    "comments.jsonl": { bytes: Buffer.byteLength(content), sha256 },
  };
  await writeFile(manifestPath, JSON.stringify({ ...manifest, tables, files }));
  return said;
}
