import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";

const shown = join(import.meta.dirname, "../../../public");
const read = (path: string) => readFileSync(join(shown, path));
const icon = z.strictObject({
  src: z.string(),
  sizes: z.string(),
  type: z.string(),
  purpose: z.string().optional(),
});
const { icons } = z
  .looseObject({ icons: z.array(icon) })
  .parse(JSON.parse(read("manifest.webmanifest").toString()));

/** Width and height, which a PNG says in its first chunk. */
function sizeOf(path: string): string {
  const file = read(path);
  return file.subarray(1, 4).toString() === "PNG"
    ? `${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`
    : "any";
}

it("each icon of the manifest is there, in the size that it says", () => {
  expect(icons.map(({ src }) => sizeOf(src))).toEqual(icons.map(({ sizes }) => sizes));
});

it("a home screen finds what it asks for: two sizes, each once to be cut into its own shape", () => {
  const pictures = icons.filter(({ type }) => type === "image/png");
  expect(pictures.map(({ sizes, purpose = "any" }) => `${sizes} ${purpose}`)).toEqual([
    "192x192 any",
    "512x512 any",
    "192x192 maskable",
    "512x512 maskable",
  ]);
  expect(sizeOf("icons/apple-touch-icon.png")).toBe("180x180");
});
