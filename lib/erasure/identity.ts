import { nameKeyOf, nameWords, valueKeyOf } from "#lib/forgotten/person-keys.ts";

type Known = { named: string[]; addresses: string[]; ids: string[] };

/** What is hashed and what is looked for, of somebody who is called so. */
export function keysOf({ named, addresses, ids }: Known) {
  const full = named.filter((name) => nameWords(name) > 1 && !name.includes("@"));
  const plain = [...addresses, ...ids.filter(isNobodyElses)];
  const keys = [
    ...full.map((name) => ({ key: nameKeyOf(name), words: Math.min(nameWords(name), 20) })),
    ...named.map((name) => ({ key: `name:${nameKeyOf(name)}`, words: 1 })),
    ...plain.map((value) => ({ key: valueKeyOf(value), words: 1 })),
    ...ids.map((id) => ({ key: `id:${id.toLowerCase()}`, words: 1 })),
  ];
  return {
    names: distinct(full.map((name) => name.toLowerCase())),
    emails: addresses,
    keys: [...new Map(keys.map((one) => [one.key, one])).values()],
    patterns: distinct([...full.map(roughly), ...plain.map(roughly)]),
    fragments: distinct([...full, ...plain, ...ids].flatMap(longestPlain)),
  };
}

/** An id that stands for nothing else wherever it stands: not a number, not a word. */
function isNobodyElses(id: string): boolean {
  return /[a-z]/i.test(id) && ((id.length >= 8 && /\d/.test(id)) || /[a-z0-9][._-][a-z]/i.test(id));
}

/** Signs between words and letters with accents may be written otherwise. */
function roughly(text: string): string {
  const parts = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return `%${parts.map((part) => part.replace(/[^a-z0-9]/gi, "_")).join("%")}%`;
}

/** The longest run of plain letters, as it is written in JSON whatever escapes the rest. */
function longestPlain(text: string): string[] {
  const runs = text.match(/[A-Za-z0-9]{3,}/g) ?? [];
  const [longest] = runs.toSorted((a, b) => b.length - a.length);
  return longest ? [longest] : [];
}

export function nameOnly(externalKey: string): string[] {
  return externalKey.startsWith("name:") ? [externalKey.slice(5)] : [];
}

export function distinct(values: string[]): string[] {
  return [...new Set(values)];
}
