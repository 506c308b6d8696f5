// Words that say nothing of what a text is about, in French or in English. They are kept in the texts, so that a phrase
// can be found as it stands, and left out of a question that has others. A word that means something in either language
// is none: été (summer), est (east), son (sound), but (goal), an (year), or, car, eu, us, out, off, up.

const french = `le la les de des du un une au aux et à en dans par pour avec sur que qui ce cet cette ces cela ça se sa ses
  je tu il ils elle elles on nous vous me te lui leur leurs eux moi toi ma mes mon ta tes nos notre vos votre y ne pas ou
  où mais dont si même êtes étais était étions étiez étaient ayant avez avait avais avaient aviez aurait auraient serait
  seraient sera seront soit soient sont dès`;

const english = `the a of to in for from with by at is are was were be been am do does did doing has have had having this
  that these those it its itself we you they them he she him her hers his our ours your yours their theirs my myself i
  and if as not can will would should could than then there when where what which who whom how why because while until
  into through about so`;

export const smallWords: ReadonlySet<string> = new Set(
  `${french} ${english}`.split(/\s+/).filter(Boolean),
);

/** What French leaves before an apostrophe: l'export, d'une, qu'il. */
export const elided: ReadonlySet<string> = new Set(
  "l d j m t s n c qu jusqu lorsqu puisqu quoiqu".split(" "),
);

/** What English hangs behind one: the customer's, they're, we'll. */
export const hung: ReadonlySet<string> = new Set("s re ll ve d m".split(" "));
