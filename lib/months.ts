import { fold } from "./fold.ts";

const months: string[][] = [
  [
    "jan",
    "january",
    "janv",
    "janvier",
    "ene",
    "enero",
    "janeiro",
    "sty",
    "styczeń",
    "stycznia",
    "januar",
    "jän",
  ],
  [
    "feb",
    "february",
    "févr",
    "fév",
    "février",
    "febrero",
    "fev",
    "fevereiro",
    "lut",
    "luty",
    "februar",
  ],
  ["mar", "march", "mars", "marzo", "março", "marzec", "marca", "märz", "mrz"],
  ["apr", "april", "avr", "avril", "abr", "abril", "kwi", "kwiecień", "kwietnia"],
  ["may", "mai", "mayo", "maio", "maj", "maja"],
  ["jun", "june", "juin", "junio", "junho", "cze", "czerwiec", "czerwca", "juni"],
  ["jul", "july", "juil", "juillet", "julio", "julho", "lip", "lipiec", "lipca", "juli"],
  ["aug", "august", "août", "ago", "agosto", "sie", "sierpień", "sierpnia"],
  ["sep", "sept", "september", "septembre", "septiembre", "set", "setembro", "wrz", "wrzesień"],
  [
    "oct",
    "october",
    "octobre",
    "octubre",
    "out",
    "outubro",
    "paź",
    "październik",
    "okt",
    "oktober",
  ],
  ["nov", "november", "novembre", "noviembre", "novembro", "lis", "listopad", "listopada"],
  [
    "dec",
    "december",
    "déc",
    "décembre",
    "dic",
    "diciembre",
    "dez",
    "dezembro",
    "gru",
    "grudzień",
    "dezember",
  ],
];
const genitives: [string, number][] = [
  ["lutego", 2],
  ["września", 9],
  ["października", 10],
  ["grudnia", 12],
];

const monthByName = new Map<string, number>([
  ...months.flatMap((names, index) => names.map((name) => [fold(name), index + 1] as const)),
  ...genitives.map(([name, month]) => [fold(name), month] as const),
]);
// Values repeat a few dozen spellings; folding each of 200,000 dates would be slower than reading it.
const spellings = new Map<string, number | null>();

/** The month (1-12) a name or abbreviation stands for in English, French, Spanish, Portuguese, Polish or German. */
export function monthOf(spelling: string): number | null {
  const known = spellings.get(spelling);
  if (known !== undefined) return known;
  const month = monthByName.get(fold(spelling).replace(/\.$/, "")) ?? null;
  if (spellings.size < 1000) spellings.set(spelling, month);
  return month;
}
