// How a person's name, address or id is brought to the one form in which it is compared and hashed.

export type Word = { from: number; to: number; key: string; mayBegin: boolean };

const word = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’-]*[\p{L}\p{M}\p{N}])?/gu;
/** "d'Anne" names Anne, and "Martin's" names Martin. */
const elided = /^[a-z]['’](?=\p{L})/iu;
const possessive = /['’]s$/iu;
const particles = /^(?:de|du|des|da|di|del|della|van|von|le|la|al|el|bin|ibn|ten|ter|dos|den)$/i;

/** The words of a text, each where it stands and as names are compared. */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(word)].map((match) => {
    const [whole] = match;
    const lead = elided.exec(whole)?.[0].length ?? 0;
    const tail = possessive.exec(whole)?.[0].length ?? 0;
    const kept = whole.slice(lead, whole.length - tail);
    const from = match.index + lead;
    return {
      from,
      to: from + kept.length,
      key: fold(kept),
      mayBegin: !/^\p{Ll}/u.test(kept) || particles.test(kept),
    };
  });
}

/** A name, in lower case, its words parted by one space. */
export function nameKeyOf(name: string): string {
  return wordsOf(name)
    .map(({ key }) => key)
    .join(" ");
}

export function nameWords(name: string): number {
  return wordsOf(name).length;
}

/** A text that may be nothing but a name, an address or an id. */
export function valueKeyOf(value: string): string {
  const trimmed = value.trim();
  return trimmed.includes("@") || !/\s/.test(trimmed) ? fold(trimmed) : nameKeyOf(trimmed);
}

/** The same for JavaScript and for PostgreSQL, which both look for it. */
export const addressPattern = String.raw`[^\s<>()"“”,;:]+@[^\s<>()"“”,;:]+`;
const address = new RegExp(addressPattern, "u");

/** The address that a name is, or has in it: desks put one where they know no name. */
export function addressIn(name: string | null): string | null {
  return name === null ? null : (address.exec(name)?.[0].toLowerCase() ?? null);
}

function fold(text: string): string {
  return text.normalize("NFC").replaceAll("’", "'").toLowerCase();
}
