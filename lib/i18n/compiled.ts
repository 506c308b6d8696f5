import compile from "icu-minify/compile";
import type { CompiledMessage } from "icu-minify/format";
import type { Messages } from "#lib/i18n/messages.ts";

export type CompiledMessages = { [key: string]: CompiledMessage | CompiledMessages };

const known = new Map<string, CompiledMessage>();

/** A message as it is drawn up from, read once in a process. */
export function compiledMessage(message: string): CompiledMessage {
  const before = known.get(message);
  if (before !== undefined) return before;
  const made = compile(message);
  known.set(message, made);
  return made;
}

export function compiledMessages(messages: Messages): CompiledMessages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, value]) => [
      key,
      typeof value === "string" ? compiledMessage(value) : compiledMessages(value),
    ]),
  );
}
