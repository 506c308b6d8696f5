import { erasureHash } from "#lib/forgotten/hash.ts";
import { nameSpans, replaced, tokenSpans } from "#lib/forgotten/mentions.ts";
import { addressIn, nameKeyOf, nameWords, valueKeyOf } from "#lib/forgotten/person-keys.ts";
import { keyedHash } from "#lib/secret-box.ts";

/** Somebody as a desk sends them. */
export type Mentioned = { id: string | null; name: string | null; email?: string | null };

/** Those who asked to be forgotten, as something that knows them again without knowing who they are. */
export type Forgotten = {
  /** By any of the names the desk has for them: one who can't be told apart from the forgotten is forgotten too. */
  holds(person: Mentioned): boolean;
  /** Somebody else of the same name, told apart by another address. */
  isNamesake(person: Mentioned): boolean;
  /** The text with every mention of them replaced; of a namesake's text only addresses and ids are. */
  text(text: string, of: TextOf): string;
  /** Every text in it, keys of objects included; a text that is nothing but one of them is replaced as a whole. */
  json(value: unknown, of: TextOf): unknown;
};

export type TextOf = { language: string | null; isNamesakes?: boolean };

/** What stands where somebody was; in the language of the text around it. */
export function erasedWord(language: string | null): string {
  return language === "fr" ? "[effacé]" : "[erased]";
}

/** `madeWith` "secret": from before erasures had a key of their own, known while the installation's secret is the same. */
type ErasureRow = { hash: string; words: number; madeWith: string };

export function forgottenOf(rows: ErasureRow[], erasureKey: Uint8Array | null): Forgotten {
  const made = Map.groupBy(rows, ({ madeWith }) => madeWith);
  const withKey = new Set(made.get("key")?.map(({ hash }) => hash));
  const withSecret = new Set(made.get("secret")?.map(({ hash }) => hash));
  const lengths = [...new Set(rows.map(({ words }) => words))].filter((words) => words > 1);
  const judged = new Map<string, boolean>();

  // The same few names stand in many rows: each is hashed once.
  function knows(key: string): boolean {
    const before = judged.get(key);
    if (before !== undefined) return before;
    const isKnown = (hash: Uint8Array, among: Set<string>) =>
      among.has(Buffer.from(hash).toString("hex"));
    const known =
      (erasureKey !== null && isKnown(erasureHash(erasureKey, key), withKey)) ||
      (withSecret.size > 0 && isKnown(keyedHash(key), withSecret));
    if (judged.size < 50_000) judged.set(key, known);
    return known;
  }

  const knowsName = (name: string) => nameWords(name) > 1 && knows(nameKeyOf(name));

  function holds({ id, name, email }: Mentioned): boolean {
    if (id && (isErased(id) || knows(`id:${id.toLowerCase()}`) || knows(valueKeyOf(id))))
      return true;
    if (email && knows(valueKeyOf(email))) return true;
    if (!name) return false;
    const written = addressIn(name);
    if (isErased(name) || (written && knows(valueKeyOf(written)))) return true;
    // Another address is somebody else; another id of a desk may be the same person.
    if (email || id?.includes("@")) return false;
    return knowsName(name) || (!id && knows(`name:${nameKeyOf(name)}`));
  }

  function isNamesake(person: Mentioned): boolean {
    return person.name !== null && !holds(person) && knowsName(person.name);
  }

  function text(given: string, { language, isNamesakes }: TextOf): string {
    const names = isNamesakes ? [] : nameSpans(given, lengths, knows);
    return replaced(given, [...tokenSpans(given, knows), ...names], erasedWord(language));
  }

  function value(given: string, of: TextOf): string {
    if (given.length > 320 || given.trim() === "") return text(given, of);
    const isOne = knows(valueKeyOf(given)) && !(of.isNamesakes && knowsName(given));
    return isOne ? erasedWord(of.language) : text(given, of);
  }

  function json(given: unknown, of: TextOf): unknown {
    if (typeof given === "string") return value(given, of);
    if (Array.isArray(given)) return given.map((part) => json(part, of));
    if (typeof given !== "object" || given === null) return given;
    return Object.fromEntries(
      Object.entries(given).map(([key, part]) => [value(key, of), json(part, of)]),
    );
  }

  return { holds, isNamesake, text, json };
}

function isErased(value: string): boolean {
  return value === erasedWord("fr") || value === erasedWord("en");
}
