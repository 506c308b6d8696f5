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
export function readAmount(cell: string): { value: number; unit: string | null } | null {
  const text = cell.replace(/[\s\u00a0\u202f']/g, " ").trim();
  const match =
    /^([^\d+-]{0,12}?)\s*([+-]?\d[\d ]*(?:[.,]\d+)*)\s*([kKmM](?![\p{L}]))?\s*([^\d]{0,20})$/u.exec(
      text,
    );
  if (!match) return null;
  const [, before = "", figures = "", times = "", after = ""] = match;
  const value = numberIn(figures.replaceAll(" ", ""));
  if (value === null) return null;
  const factor = times === "" ? 1 : times.toLowerCase() === "k" ? 1_000 : 1_000_000;
  const unit = (after || before).trim();
  return { value: tidy(value * factor), unit: unit === "" ? null : unit };
}

/** One separator with three figures behind it parts thousands, and so does one that stands several times. */
function numberIn(figures: string): number | null {
  const signs = figures.replace(/[^.,]/g, "");
  const last = signs.at(-1) ?? "";
  const isThousands =
    signs.length > 1 ? new Set(signs).size === 1 : /^[+-]?[1-9]\d{0,2},\d{3}$/.test(figures);
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
  const amount = readAmount(cell);
  const reach = amount && amount.unit !== "%" ? Math.round(amount.value) : -1;
  return reach >= 0 && reach <= MOST_REACH ? reach : null;
}

const weeksAMonth = 52 / 12;

/** Person-months, or weeks where it says so, in half person-months: one at least. */
export function readEffort(cell: string): number | null {
  const amount = readAmount(cell);
  if (!amount || amount.value <= 0) return null;
  const unit = fold(amount.unit ?? "").replace(/[^a-z]/g, "");
  const perMonth = /^(w|wk|weeks?|personweeks?|s|sem|semaines?|semaineshomme)$/.test(unit)
    ? weeksAMonth
    : 1;
  if (/^(d|days?|j|jh|jours?|h|hours?|heures?|points?|pts?|sp)/.test(unit)) return null;
  const halves = Math.max(1, Math.round((amount.value / perMonth) * 2));
  return halves <= MOST_EFFORT_HALF_MONTHS ? halves : null;
}
