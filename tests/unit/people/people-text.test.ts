import { expect, test } from "vitest";
import { peopleText } from "#lib/people/people-text.ts";

const text = "nom;e-mail\nHélène;helene@soupape.example\n";

test.each([
  ["UTF-8", Buffer.from(text, "utf8")],
  ["Windows-1252", Buffer.from(text, "latin1")],
  ["UTF-16", Buffer.from(`\uFEFF${text}`, "utf16le")],
])("people saved by a spreadsheet in %s keep their accents", (_, bytes) => {
  expect(peopleText(bytes)).toBe(text);
});
