import "server-only";
import { createHash } from "node:crypto";
import { clientNamespaces } from "#lib/i18n/client-namespaces.ts";
import { compiledMessages } from "#lib/i18n/compiled.ts";
import { keptWords } from "#lib/i18n/kept-words.ts";
import type { Language } from "#lib/i18n/language.ts";
import { loadMessages, type Messages } from "#lib/i18n/messages.ts";

export type ClientWords = { address: string; json: string };

const made = new WeakMap<Messages, ClientWords>();

/**
 * What client components say in a language, as a file that a browser fetches once: it has another name when a word of
 * it changes. It took half of each page.
 */
export async function clientWords(language: Language): Promise<ClientWords> {
  const messages = await loadMessages(language);
  const known = made.get(messages);
  if (known) return known;
  const words = Object.fromEntries(
    clientNamespaces.map((name) => [name, messages[name] ?? {}] as const),
  );
  const json = JSON.stringify(compiledMessages(words));
  const hash = createHash("sha256").update(json).digest("base64url").slice(0, 12);
  const file = { address: `/api/words/${language}-${hash}`, json };
  made.set(messages, file);
  keptWords().set(file.address, words);
  return file;
}
