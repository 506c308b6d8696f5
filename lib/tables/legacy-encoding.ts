/** What spreadsheets write besides UTF-8: Western, Mac, and Central European. */
const legacy = ["windows-1252", "macintosh", "windows-1250"] as const;
export type LegacyEncoding = (typeof legacy)[number];

/** How often each byte above 127 stands between which two others. */
export const legacyTally = () => new Map<string, number>();

const accented: Record<LegacyEncoding, RegExp> = {
  "windows-1252": /[àâäáãåæçéèêëíîïñóòôöõøúùûüÿœßšž]/iu,
  macintosh: /[àâäáãåæçéèêëíîïñóòôöõøúùûüÿœß]/iu,
  "windows-1250": /[ąćęłńóśźżáčďéěíňřšťúůýžäöüßôľĺŕőűăâîşţçë]/iu,
};
/** Signs that stand between or beside letters in any language. */
const sign = /[¿¡ªº’‘“”«»„–—…€°²³§·©®™†•  ]/u;

/**
 * The encoding in which most accents stand in words as accents do; the first of those that fit alike. Null where they
 * do in none, so that somebody must say: a file of Cyrillic or of DOS is not to come in as garbage.
 */
export function guessLegacy(tally: ReadonlyMap<string, number>): LegacyEncoding | null {
  const scored = legacy.map((encoding) => ({ encoding, ...scoreOf(encoding, tally) }));
  const best = scored.reduce((a, b) => (b.good - b.bad > a.good - a.bad ? b : a));
  return best.bad > Math.max(3, best.good) ? null : best.encoding;
}

function scoreOf(encoding: LegacyEncoding, tally: ReadonlyMap<string, number>) {
  const decoder = new TextDecoder(encoding);
  const score = { good: 0, bad: 0, unclear: 0 };
  for (const [around, count] of tally) {
    const text = decoder.decode(Buffer.from(around, "latin1"));
    score[placeOf(encoding, text, around)] += count;
  }
  return score;
}

function placeOf(
  encoding: LegacyEncoding,
  text: string,
  bytes: string,
): "good" | "bad" | "unclear" {
  const at = bytes.length === 3 || !isHigh(bytes[0]) ? 1 : 0;
  const [before = "", letter = "", after = ""] = at === 1 ? text : ["", ...text];
  // Three accents side by side are another alphabet; two may stand at the end of its words.
  if (isHigh(bytes[at - 1]) && isHigh(bytes[at + 1])) return "bad";
  if (/\p{L}{2}/u.test(text) && (isHigh(bytes[at - 1]) || isHigh(bytes[at + 1]))) return "unclear";
  if (sign.test(letter)) return isApart(letter, before, after) ? "good" : "bad";
  if (!accented[encoding].test(letter) || isOtherCase(encoding, before, letter, after))
    return "bad";
  const isWestern = encoding === "windows-1252";
  // It only ends words, in Italian.
  if (isWestern && letter === "ì") return isLetter(after) ? "bad" : "good";
  const isWord = isLetter(before) || isLetter(after);
  return isWord || isWestern || /[àáéèóöüÀÉ]/u.test(letter) ? "good" : "bad";
}

/** A capital behind a small letter, or the other way round, is a letter of another encoding. */
function isOtherCase(encoding: LegacyEncoding, before: string, letter: string, after: string) {
  const isBehind = /\p{Ll}\p{Lu}/u.test(`${before}${letter}`);
  return isBehind || (encoding !== "windows-1252" && /\p{Ll}\p{Lu}/u.test(`${letter}${after}`));
}

/** A sign within a word is none, but for what joins words. */
function isApart(sign: string, before: string, after: string): boolean {
  return /[’‘–—·]/u.test(sign) || !(/\p{Ll}/u.test(before) && /\p{Ll}/u.test(after));
}

function isLetter(text: string): boolean {
  return /\p{L}/u.test(text);
}

function isHigh(byte: string | undefined): boolean {
  return byte !== undefined && byte !== "" && byte.charCodeAt(0) > 127;
}
