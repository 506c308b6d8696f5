import { expect, test } from "vitest";
import { detectEncoding } from "#lib/tables/encoding.ts";
import { fileOf, fixture, readAll, refusalOf } from "../imports/import-files.ts";

const megabyte = 1024 * 1024;

test.each([
  ["fr-service-desk.csv", "utf-8"],
  ["pt-bom.csv", "utf-8"],
  ["es-windows-1252-semicolon.csv", "windows-1252"],
  ["en-utf16le-tab.csv", "utf-16le"],
  ["en-utf16be-tab.csv", "utf-16be"],
])("%s is %s", async (name, encoding) => {
  expect(await detectEncoding(fixture(name))).toMatchObject({ encoding, strays: { count: 0 } });
});

test("one byte at the very end that is not UTF-8 makes the file Windows-1252", async () => {
  const path = await fileOf(Buffer.concat([Buffer.alloc(3 * megabyte, "a"), Buffer.from([0xe9])]));
  expect(await detectEncoding(path)).toMatchObject({ encoding: "windows-1252" });
});

test("a letter that two reads share is still UTF-8", async () => {
  for (const shift of [1, 2, 3]) {
    const path = await fileOf(`${"a".repeat(megabyte - shift)}🎉é`);
    expect(await detectEncoding(path)).toMatchObject({ encoding: "utf-8" });
  }
});

test("a byte in a UTF-8 file that is none is one letter of its own, and its line is named", async () => {
  const lines = ["Issue key,Summary", "A-1,Étage bloqué", "A-2,café", "A-3,Où ça"];
  const bytes = lines.map((text, at) => Buffer.from(text, at === 2 ? "latin1" : "utf8"));
  const path = await fileOf(Buffer.concat(bytes.flatMap((line) => [line, Buffer.from("\n")])));
  const { inspection, tickets } = await readAll(path);
  expect(tickets.map(({ title }) => title)).toEqual(["Étage bloqué", "café", "Où ça"]);
  expect(inspection.warnings).toEqual([{ key: "stray-bytes", params: { count: 1, lines: "3" } }]);
});

test("letters of both kinds that fall on the ends of what is read at once are read whole", async () => {
  for (const shift of [1, 2, 3]) {
    const long = "a".repeat(256 * 1024 - "Issue key,Summary\nA-1,".length - shift);
    const path = await fileOf(
      Buffer.concat([
        Buffer.from(`Issue key,Summary\nA-1,${long}🎉é`),
        Buffer.from([0xe9]),
        Buffer.from("è\n"),
      ]),
    );
    expect((await readAll(path)).tickets[0]?.title).toBe(`${long}🎉ééè`);
  }
});

const french = "Clé,Résumé\nA-1,L’été dernier à Orléans : ça a été réglé où ? Très bien. Déjà vu\n";
const polish = "Klucz,Podsumowanie\nA-1,Zażółć gęślą jaźń, proszę o zmianę hasła\n";
const czech = "Klíč,Souhrn\nA-1,Příliš žluťoučký kůň úpěl ďábelské ódy ve městě\n";
const spanish = "Clave,Resumen\nA-1,¿Cuándo estará lista la exportación del año? Acción\n";
const german = "Schlüssel,Zusammenfassung\nA-1,Größe überprüfen: „Straße“ fehlt – für alle Läufe\n";
// Bytes above 127 as the encodings write them.
const inMac = { é: 0x8e, è: 0x8f, à: 0x88, ç: 0x8d, ù: 0x9d, "’": 0xd5, É: 0x83 };
const inCentral = {
  ...{ ż: 0xbf, ó: 0xf3, ł: 0xb3, ć: 0xe6, ę: 0xea, ś: 0x9c, ą: 0xb9, ź: 0x9f, ń: 0xf1 },
  ...{ í: 0xed, č: 0xe8, ř: 0xf8, š: 0x9a, ž: 0x9e, ť: 0x9d, ý: 0xfd, ů: 0xf9, ň: 0xf2, ú: 0xfa },
  ...{ ě: 0xec, ď: 0xef, á: 0xe1, é: 0xe9 },
};
const inWestern = { "„": 0x84, "“": 0x93, "–": 0x96, "’": 0x92 };

function bytesOf(text: string, table: Record<string, number>): Buffer {
  return Buffer.from([...text].map((letter) => table[letter] ?? letter.charCodeAt(0)));
}

test.each([
  ["French of an old Mac", french, inMac, "macintosh"],
  ["Polish of Windows", polish, inCentral, "windows-1250"],
  ["Czech of Windows", czech, inCentral, "windows-1250"],
  ["French of Windows", french, inWestern, "windows-1252"],
  ["Spanish of Windows", spanish, inWestern, "windows-1252"],
  ["German of Windows", german, inWestern, "windows-1252"],
])("%s is read letter for letter", async (_, text, table, encoding) => {
  const path = await fileOf(bytesOf(text, table));
  expect(await detectEncoding(path)).toMatchObject({ encoding });
  expect(new TextDecoder(encoding).decode(bytesOf(text, table))).toBe(text);
});

test("accents of an encoding that we can't tell are asked for, never guessed", async () => {
  const russian = [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xec, 0xe8, 0xf0];
  const path = await fileOf(
    Buffer.concat([Buffer.from("Issue key,Summary\nA-1,"), Buffer.from(russian)]),
  );
  expect(await refusalOf(path)).toEqual({ key: "importsErrors.accents", params: { line: 2 } });
});

test("UTF-16 is known without its mark, and half a letter in it is replaced", async () => {
  const text = "Issue key,Summary\nA-1,Étage\nA-2,half \ud83d\nA-3,ça\n";
  const { inspection, tickets } = await readAll(await fileOf(Buffer.from(text, "utf16le")));
  expect(tickets.map(({ title }) => title)).toEqual(["Étage", "half \uFFFD", "ça"]);
  expect(inspection.warnings).toEqual([
    { key: "replaced-signs", params: { count: 1, lines: "3" } },
  ]);
});

test("UTF-8 cut inside its last letter is refused", async () => {
  const path = await fileOf(Buffer.from("Résumé,Clé de ticket\né").subarray(0, -1));
  expect((await refusalOf(path)).key).toBe("importsErrors.cut-end");
});

test("a NUL is replaced where it stands, and its line is named", async () => {
  const { inspection, tickets } = await readAll(
    await fileOf(`Issue key,Summary\nA-1,${"a".repeat(300)}\nA-2,b\0b\n`),
  );
  expect(tickets[1]?.title).toBe("b\uFFFDb");
  expect(inspection.warnings).toEqual([
    { key: "replaced-signs", params: { count: 1, lines: "3" } },
  ]);
});
