import { expect, test } from "vitest";
import { type StemLanguage, stemLanguage } from "#lib/matching/words/language.ts";
import { partsOf } from "#lib/matching/words/parts.ts";
import { wordsOf } from "#lib/matching/words/words.ts";

const stems = (text: string, language: StemLanguage) =>
  [...wordsOf(text, language)].map(({ stem }) => stem);

test.each<[string, string, StemLanguage, string[]]>([
  ["inflected French words meet", "exports exportés", "fr", ["export", "export"]],
  ["accents do not part", "Créneau creneau", "fr", ["creneau", "creneau"]],
  ["small words of both languages say nothing", "the export de la paie", "fr", ["export", "pai"]],
  ["English words by their stem", "crashes crashing", "en", ["crash", "crash"]],
  ["names of code by their parts", "getFileTable", "en", ["file", "tabl"]],
  ["settings by their parts", "fs.azure.timeout", "en", ["fs", "azur", "timeout"]],
  ["numbers of two to six digits", "1 42 404 12345678", "en", ["42", "404"]],
])("Texts are alike by words: %s", (_, text, language, expected) => {
  expect(stems(text, language)).toEqual(expected);
});

test("A word knows where it stands and how it is written there", () => {
  expect([...wordsOf("Les exports", "fr")]).toEqual([
    { stem: "export", surface: "exports", at: 4 },
  ]);
});

test.each<[string, StemLanguage]>([
  ["Impossible d'exporter le livre de paie", "fr"],
  ["The export of the payroll fails", "en"],
  ["NullPointerException", "en"],
])("%j is stemmed as %s", (text, language) => {
  expect(stemLanguage(text)).toBe(language);
});

test.each([
  ["Jira's code", "It fails:\n{code:java}\nfoo();\n{code}\nagain", "foo();"],
  ["code as it is kept here", "It fails:\n```java\nfoo();\n```\nagain", "foo();"],
  ["quoted code", "It fails:\n> ```\n> foo();\n> ```\nagain", "foo();"],
  [
    "a stack trace",
    "It fails:\n  at org.Foo.bar(Foo.java:12)\nagain",
    "at org.Foo.bar(Foo.java:12)",
  ],
])("What was pasted is told from what was said: %s", (_, body, code) => {
  const parts = partsOf(null, body);
  expect(parts.code.trim()).toBe(code);
  expect(parts.prose.replace(/\s+/g, " ")).toBe("It fails: again");
});

test("Pictures, files, mentions and link addresses are no words", () => {
  const body =
    "See !screen.png|thumb! and [the page](https://x.test/y) [~ana] \\_here\\_\n📎 log.txt";
  expect(partsOf(null, body).prose.replace(/\s+/g, " ")).toBe("See and [the page] _here_");
});
