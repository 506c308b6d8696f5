export type Language = "fr" | "en" | "mixed";

// Words that every text of the language is full of and that the other does not have.
const french = new Set(
  "le la les des une du et est dans pour pas sur avec que qui nous vous je il elle ne ce cette au aux sont être nos mes mais ou où lors merci bonjour depuis plus".split(
    " ",
  ),
);
const english = new Set(
  "the of and is in for not with that this we you it he she are be our my but or when where to from have has can cannot please hello thanks since an as by".split(
    " ",
  ),
);
const word = /\p{L}+/gu;
const longestRead = 2000;

/**
 * The language of a text by its commonest words: French, English, or mixed where the rarer of the
 * two has a quarter of them or more. Null where there are too few to tell.
 */
export function languageOf(text: string): Language | null {
  let fr = 0;
  let en = 0;
  for (const [match] of text.slice(0, longestRead).toLowerCase().matchAll(word)) {
    if (french.has(match)) fr += 1;
    else if (english.has(match)) en += 1;
  }
  if (fr + en < 2) return null;
  if (Math.min(fr, en) >= 2 && Math.min(fr, en) * 4 >= fr + en) return "mixed";
  if (fr === en) return null;
  return fr > en ? "fr" : "en";
}
