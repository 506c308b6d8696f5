import { expect, test } from "vitest";
import { GET } from "#app/api/words/[name]/route.ts";
import { clientWords } from "#lib/i18n/client-words.ts";
import { languages } from "#lib/i18n/language.ts";

const ask = (name: string) =>
  GET(new Request("http://tribune"), { params: Promise.resolve({ name }) });

test.each(languages)("the words of screens in %s are fetched once and kept", async (language) => {
  const { address, json } = await clientWords(language);
  const answer = await ask(address.replace("/api/words/", ""));
  expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(await answer.text()).toBe(json);
});

test("who asks by the name of another version gets today’s words, which they don’t keep", async () => {
  const { json } = await clientWords("fr");
  const answer = await ask("fr-of-yesterday");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.text()).toBe(json);
});

test("there are no words in a language that we don’t speak", async () => {
  expect((await ask("de-123")).status).toBe(404);
});

test("what only the server says stays there", async () => {
  const { json } = await clientWords("en");
  expect(Object.keys(JSON.parse(json))).not.toContain("cli");
});
