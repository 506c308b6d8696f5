import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { compiledMessage } from "#lib/i18n/compiled.ts";
import formatCompiled from "#lib/i18n/format-compiled.ts";
import formatMessage from "#lib/i18n/format-message.ts";
import { languages } from "#lib/i18n/language.ts";
import { argumentsOf } from "#tests/support/messages/arguments.ts";
import { flat, readMessages } from "#tests/support/messages/read.ts";

const timeZone = "Europe/Paris";
const day = new Date("2026-11-20T09:05:00Z");

/** Something for each value that a message asks for. */
function valuesOf(text: string, count: number) {
  return Object.fromEntries(
    [...argumentsOf(text)].map(([name, kind]) => {
      if (kind === "tag")
        return [name, (chunks: string | string[]) => `<${[chunks].flat().join("")}>`];
      if (kind === "date") return [name, day];
      return [name, kind === "text" ? `the ${name}` : count];
    }),
  );
}

describe.each(languages)("messages in %s", (locale) => {
  const all = [...flat(readMessages(locale))];

  test.each([0, 1, 2, 1234.5])("say with %d what next-intl’s own reader says", (count) => {
    const differing = all.filter(([, text]) => {
      const values = valuesOf(text, count);
      const usual = createTranslator({ locale, timeZone, messages: { text } });
      const ours = formatMessage("text", text, values, { locale, timeZone });
      return ours !== usual.markup("text", values);
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test("say in a browser what they say on the server", () => {
    const sent = all.map(([, text]) => JSON.parse(JSON.stringify(compiledMessage(text))));
    const [there, here] = [sent, all.map(([, text]) => compiledMessage(text))].map((messages) =>
      messages.map((message, at) =>
        formatCompiled("", message, valuesOf(all[at]?.[1] ?? "", 3), { locale, timeZone }),
      ),
    );
    expect(there).toEqual(here);
  });
});

test("a message that is not given what it asks for is an error", () => {
  expect(() => formatMessage("", "{name} said", {}, { locale: "en" })).toThrow(/name/);
});
