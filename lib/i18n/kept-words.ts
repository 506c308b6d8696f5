import type { Messages } from "#lib/i18n/messages.ts";

declare global {
  var tribuneWords: Map<string, Messages | Promise<Messages>> | undefined;
}

/**
 * The words of client components, by the address from which browsers fetch them. The process's own, since Next loads
 * each module twice on a server: for its components and for those of clients.
 */
export function keptWords(): Map<string, Messages | Promise<Messages>> {
  globalThis.tribuneWords ??= new Map();
  return globalThis.tribuneWords;
}
