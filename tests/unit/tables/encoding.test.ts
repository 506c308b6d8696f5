import { expect, test } from "vitest";
import { detectEncoding } from "#lib/tables/encoding.ts";
import { fileOf, fixture, refusalOf } from "../imports/import-files.ts";

const megabyte = 1024 * 1024;

test.each([
  ["fr-service-desk.csv", "utf-8"],
  ["pt-bom.csv", "utf-8"],
  ["es-windows-1252-semicolon.csv", "windows-1252"],
  ["en-utf16le-tab.csv", "utf-16le"],
  ["en-utf16be-tab.csv", "utf-16be"],
])("%s is %s", async (name, encoding) => {
  expect(await detectEncoding(fixture(name))).toMatchObject({ encoding, mixed: false });
});

test("one byte at the very end that is not UTF-8 makes the file Windows-1252", async () => {
  const path = await fileOf(Buffer.concat([Buffer.alloc(3 * megabyte, "a"), Buffer.from([0xe9])]));
  expect(await detectEncoding(path)).toMatchObject({ encoding: "windows-1252", mixed: false });
});

test("a letter that two reads share is still UTF-8", async () => {
  for (const shift of [1, 2, 3]) {
    const path = await fileOf(`${"a".repeat(megabyte - shift)}🎉é`);
    expect(await detectEncoding(path)).toMatchObject({ encoding: "utf-8" });
  }
});

test("Windows-1252 beside UTF-8 is said to be mixed", async () => {
  const path = await fileOf(Buffer.concat([Buffer.from("é\n"), Buffer.from([0xe9, 0x0a])]));
  expect(await detectEncoding(path)).toMatchObject({ encoding: "windows-1252", mixed: true });
});

test("a file that breaks the encoding it announces is refused", async () => {
  const path = await fileOf(Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xe9, 0x62]));
  expect(await refusalOf(path)).toEqual({
    key: "importsErrors.encoding",
    params: { encoding: "UTF-8" },
  });
  const lone = await fileOf(Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00]));
  expect((await refusalOf(lone)).key).toBe("importsErrors.encoding");
});

test("UTF-8 cut inside its last letter is refused", async () => {
  const path = await fileOf(Buffer.from("Résumé,Clé de ticket\né").subarray(0, -1));
  expect((await refusalOf(path)).key).toBe("importsErrors.cut-end");
});

test("a NUL late in the file makes it binary", async () => {
  const path = await fileOf(`Issue key,Summary\n${"a".repeat(2 * megabyte)}\0`);
  expect((await refusalOf(path)).key).toBe("importsErrors.binary");
});
