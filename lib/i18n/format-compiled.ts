import format, { type CompiledMessage } from "icu-minify/format";
import { formatters } from "#lib/i18n/formatters.ts";

type Values = NonNullable<Parameters<typeof format>[2]>;

/** The shapes that messages name: `{share, number, percent}`, `{until, time, short}`. */
const formats = {
  number: { percent: { style: "percent" } },
  dateTime: { short: { hour: "numeric", minute: "numeric" } },
} as const;

/**
 * Stands for `use-intl/format-message` in browsers, whose messages are read before they are sent: nothing there needs
 * to know ICU's grammar.
 * @throws an Error when the message asks for a value that isn't given
 */
export default function formatMessage(
  _key: string,
  message: CompiledMessage,
  values: Values = {},
  { locale, timeZone }: { locale: string; timeZone?: string | undefined },
) {
  if (typeof message === "string") return message;
  const said = format(message, locale, asked(values), {
    formatters,
    formats,
    ...(timeZone ? { timeZone } : {}),
  });
  // A choice that says nothing comes as a list without parts, which next-intl would take for no text at all.
  return Array.isArray(said) && said.length === 0 ? "" : said;
}

/** Next-intl's own, by which it knows that a message is no text. */
formatMessage.raw = false;

function asked(values: Values): Values {
  return new Proxy(values, {
    get(given, name) {
      if (!(name in given)) throw new Error(`the message asks for ${String(name)}`);
      return Reflect.get(given, name);
    },
  });
}
