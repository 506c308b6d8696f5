import { fold } from "#lib/fold.ts";
import { type DateOrder, parseDate } from "#lib/imports/dates/dates.ts";
import {
  confidenceScale,
  impactScale,
  MOST_EFFORT_HALF_MONTHS,
  MOST_REACH,
} from "#lib/initiatives/rice.ts";
import { isQuarter, type Quarter, quarterOf } from "#lib/quarter.ts";

// What cells of such files hold, each read to what is stored, or to null where it can't be that.

/** "1,200", "1 200,5", "1.2k", "€ 3.4M", "95 %": the number, and the sign or word beside it. */
export function readAmount(
  cell: string,
  kind: "whole" | "any" | "fraction" = "any",
): { value: number; unit: string | null } | null {
  const text = cell.replace(/[\s\u00a0\u202f']/g, " ").trim();
  const match =
    /^([^\d+-]{0,12}?)\s*([+-]?\d[\d ]*(?:[.,]\d+)*)\s*([kKmM](?![\p{L}]))?\s*([^\d]{0,20})$/u.exec(
      text,
    );
  if (!match) return null;
  const [, before = "", figures = "", times = "", after = ""] = match;
  const value = numberIn(figures.replaceAll(" ", ""), kind);
  if (value === null) return null;
  const factor = times === "" ? 1 : times.toLowerCase() === "k" ? 1_000 : 1_000_000;
  const unit = (after || before).trim();
  return { value: tidy(value * factor), unit: unit === "" ? null : unit };
}

/**
 * One separator with three figures behind it parts thousands, and so does one that stands several times. A lone point
 * does where there can be no fraction; where there can, "1.200" may be either and isn't guessed.
 */
function numberIn(figures: string, kind: "whole" | "any" | "fraction"): number | null {
  const signs = figures.replace(/[^.,]/g, "");
  const last = signs.at(-1) ?? "";
  const isGrouped = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(figures);
  if (isGrouped && kind === "fraction") return null;
  const isThousands =
    signs.length > 1 ? new Set(signs).size === 1 : isGrouped && (last === "," || kind === "whole");
  const plain =
    last === "" || isThousands
      ? figures.replace(/[.,]/g, "")
      : figures.replaceAll(last === "," ? "." : ",", "").replace(last, ".");
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

const tidy = (value: number) => Number(value.toPrecision(15));

const written =
  /^(?:[qt] ?([1-4])[ \-/']*(\d{4}|\d{2})|(\d{4}|\d{2})[ \-/']*[qt] ?([1-4])|([1-4])[qt][ \-/']*(\d{4}|\d{2}))$/;

/** "Q4 2026", "2026-Q4", "T4 2026", "Q4 26", "4Q26", a day of it, or a span of days within it. */
export function readQuarter(cell: string): Quarter | null {
  const text = fold(cell)
    .replace(/^(quarter|trimestre) ?/, "q")
    .replace(/[’']/g, " ");
  const match = written.exec(text.replace(/\s+/g, " ").trim());
  if (match) {
    const [, q1, y1, y2, q2, q3, y3] = match;
    const year = y1 ?? y2 ?? y3 ?? "";
    const quarter = `${year.length === 2 ? `20${year}` : year}-Q${q1 ?? q2 ?? q3}`;
    return isQuarter(quarter) ? quarter : null;
  }
  const days = cell.split(/\s*(?:→|->| – )\s*/).filter((day) => day !== "");
  const read = (["dmy", "mdy"] as const).flatMap((order) => quarterOfDays(days, order) ?? []);
  return new Set(read).size === 1 ? (read[0] ?? null) : null;
}

/** The quarter that all these days are in; null when they are no days in that order, or of two quarters. */
function quarterOfDays(days: string[], order: DateOrder): Quarter | null {
  const quarters = days.map((day) => {
    const read = parseDate(day, order, (wall) => wall);
    return read && quarterOf(read, "UTC");
  });
  return new Set(quarters).size === 1 ? (quarters[0] ?? null) : null;
}

const steps: Record<string, string> = {
  ...{ massive: "massive", massif: "massive", enorme: "massive", huge: "massive" },
  ...{ "very high": "massive", "tres fort": "massive", "tres eleve": "massive", xl: "massive" },
  ...{ high: "high", fort: "high", forte: "high", eleve: "high", elevee: "high", haut: "high" },
  ...{ haute: "high", medium: "medium", moyen: "medium", moyenne: "medium", med: "medium" },
  ...{ low: "low", faible: "low", bas: "low", basse: "low", small: "low", petit: "low" },
  ...{ minimal: "minimal", minime: "minimal", "very low": "minimal", "tres faible": "minimal" },
  ...{ moonshot: "moonshot", pari: "moonshot", "pari fou": "moonshot" },
};

/** A step of Intercom's scale, by its word or its number, in hundredths. */
export function readImpact(cell: string): number | null {
  const word = steps[fold(cell)];
  const hundredths = Math.round((readAmount(cell)?.value ?? Number.NaN) * 100);
  const step = impactScale.find((one) => one.code === word || one.hundredths === hundredths);
  return step?.hundredths ?? null;
}

/** A word, a percentage, or a share from 0 to 1, where it is a step of the scale; in hundredths. */
export function readConfidence(cell: string): number | null {
  const word = steps[fold(cell)];
  const value = readAmount(cell)?.value ?? Number.NaN;
  const hundredths = Math.round(value <= 1 && !cell.includes("%") ? value * 100 : value);
  const step = confidenceScale.find((one) => one.code === word || one.hundredths === hundredths);
  return step?.hundredths ?? null;
}

/** Customers a quarter. */
export function readReach(cell: string): number | null {
  const amount = readAmount(cell, "whole");
  const reach = amount && amount.unit !== "%" ? Math.round(amount.value) : -1;
  return reach >= 0 && reach <= MOST_REACH ? reach : null;
}

const weeksAMonth = 52 / 12;
/** Working days in a person-month, as plans count them. */
export const DAYS_A_MONTH = 20;

const unitsOfTime: readonly (readonly [perMonth: number, unit: RegExp])[] = [
  [
    1,
    /^$|^(m|mo|mos|pm|mm|months?|personmonths?|manmonths?|mois|moishommes?|moispersonnes?|mh|mp)$/,
  ],
  [
    weeksAMonth,
    /^(w|wk|wks|weeks?|(person|man)weeks?|pw|mw|s|sem|semaines?|semaines?(hommes?|personnes?)?|sh)$/,
  ],
  [DAYS_A_MONTH, /^(d|days?|(person|man)days?|pd|md|j|jours?|jours?(hommes?|personnes?)|jh|jp)$/],
  [
    1 / 12,
    /^(y|yr|yrs|years?|(person|man)years?|py|my|ans?|annees?|annees?(hommes?|personnes?)|ah)$/,
  ],
  [1 / 3, /^(q|quarters?|trimestres?)$/],
];

export type Effort = { halfMonths: number; isFromDays: boolean };

/**
 * An effort in half person-months, one at least, by the unit in the cell or else in its column's header: months where
 * neither names one; weeks, days (20 make a person-month) and years are converted. Null for points, hours and what else
 * is no span of people's time.
 */
export function readEffort(cell: string, header = ""): Effort | null {
  const amount = readAmount(cell, "fraction");
  if (!amount || amount.value <= 0) return null;
  const said = amount.unit ?? unitOfHeader(header);
  const perMonth = perMonthOf(said);
  if (perMonth === undefined) return null;
  const halfMonths = Math.max(1, Math.round((amount.value / perMonth) * 2));
  if (halfMonths > MOST_EFFORT_HALF_MONTHS) return null;
  return { halfMonths, isFromDays: perMonth === DAYS_A_MONTH };
}

function perMonthOf(said: string): number | undefined {
  const unit = fold(said).replace(/[^a-z]/g, "");
  return unitsOfTime.find(([, words]) => words.test(unit))?.[0];
}

/** Units that are no span of people's time: money, shares, points, hours of a clock. */
const otherUnits = /[€$£%]|^(sp|pts?|(story )?points?|h|hrs?|hours?|heures?)$/;

/** "Charge (JH)", "Effort in days", "JH": the unit that a header names; months where it names none. */
function unitOfHeader(header: string): string {
  const name = fold(header);
  const within = /[([]([^)\]]+)[)\]]/.exec(name)?.[1];
  // What stands in brackets may be a unit, or a remark: "Effort (estimé)".
  if (within !== undefined && (perMonthOf(within) !== undefined || otherUnits.test(within)))
    return within;
  const words =
    /\b(jh|jours?[ -]?hommes?|jours?|(?:person|man)[ -]?days?|md|pd|days?|(?:person|man)[ -]?weeks?|weeks?|semaines?|(?:person|man)[ -]?years?|years?|hours?|heures?|(?:story )?points?)\b/;
  return words.exec(name)?.[0] ?? "";
}
