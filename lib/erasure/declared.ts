import "server-only";
import type { Askers, Forgets } from "#lib/frame/forgets.ts";
import { nounServers } from "#lib/nouns.server.ts";

/** What the nouns bring, in their order. */
export const forgetting: readonly Forgets[] = nounServers.flatMap(({ forgets }) => forgets ?? []);

/** Who may ask to be forgotten: one noun keeps them. */
export const askers: Askers = theOnly(forgetting.flatMap((one) => one.askers ?? []));

export const ownRows = forgetting.flatMap(({ own = [] }) => own);
export const messages = forgetting.flatMap((one) => one.messages ?? []);

/** By column: whose of the things that it names a text is. */
export const namesakes = forgetting.flatMap((one) => Object.entries(one.namesakes ?? {}));

function theOnly<One>(declared: readonly One[]): One {
  const [one, ...others] = declared;
  if (!one || others.length > 0)
    throw new Error("One noun keeps those who may ask to be forgotten");
  return one;
}
