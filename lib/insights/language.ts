export type TextLanguage = "fr" | "en" | "mixed";

// Words that every text of the language is full of and that the other does not have.
const french = new Set(
  "le la les des du une un et est dans pour pas sur avec que qui nous vous je il ils elle ne ce cette au aux par sont être nos mes mais ou où quand faut lors merci bonjour depuis plus".split(
    " ",
  ),
);
const english = new Set(
  "the and is are to of in for not with that this we you it he she they be was our my but or when where at from get have has had can cannot please hello thanks since as by".split(
    " ",
  ),
);
const word = /\p{L}+/gu;
const accent = /[éèêàçùîôœ]/;
const longestRead = 2000;

/**
 * The language of a text by its commonest words and its accents: French, English, or mixed where the rarer of the two
 * has a quarter of them or more. Null where it can't be told.
 */
export function languageOf(text: string): TextLanguage | null {
  let fr = 0;
  let en = 0;
  for (const [match] of text.slice(0, longestRead).toLowerCase().matchAll(word)) {
    if (french.has(match) || accent.test(match)) fr += 1;
    else if (english.has(match)) en += 1;
  }
  const [less, all] = [Math.min(fr, en), fr + en];
  if (less >= 2 && less * 4 >= all) return "mixed";
  if (fr === en) return null;
  return fr > en ? "fr" : "en";
}
