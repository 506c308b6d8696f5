import { compiledMessage } from "#lib/i18n/compiled.ts";
import formatCompiled from "#lib/i18n/format-compiled.ts";

type Given = Parameters<typeof formatCompiled>;

/**
 * Stands for `use-intl/format-message` on the server (next.config.js), which reads each message again for each page
 * and makes its formatters anew.
 */
export default function formatMessage(
  key: string,
  message: string,
  values: Given[2],
  options: Given[3],
) {
  return formatCompiled(key, compiledMessage(message), values, options);
}

/** Next-intl's own, by which it knows that messages are texts. */
formatMessage.raw = true;
