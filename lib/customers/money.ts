// Amounts as people and spreadsheets write them, into whole cents of one currency.

export type Money =
  | { cents: bigint | null }
  | { refused: "money-unclear" | "money-currency"; currency?: string };

/** The company's one currency (ISO 4217): everything in Tribune is shown in it. */
export const companyCurrency = "EUR";

// Longer ones first: "US$" is not "$".
const signs = Object.entries({
  ...{ us$: "USD", ca$: "CAD", au$: "AUD", nz$: "NZD", hk$: "HKD", euros: "EUR", dollars: "USD" },
  ...{ euro: "EUR", c$: "CAD", a$: "AUD", s$: "SGD", r$: "BRL", zł: "PLN", zl: "PLN", kč: "CZK" },
  ...{ kr: "kr", "€": "EUR", $: "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₺": "TRY" },
});
const codes = Intl.supportedValuesOf("currency").map((code) => code.toLowerCase());
const units = new Map<string, bigint>([
  ...each(["k", "tsd", "thousand", "mille", "milliers"], 1_000n),
  ...each(["m", "mio", "mn", "mln", "million", "millions", "millionen"], 1_000_000n),
  ...each(
    ["bn", "b", "md", "mds", "mrd", "mld", "milliard", "milliards", "billion"],
    1_000_000_000n,
  ),
]);
const yearly = /(?:\/|per|par|p\.?)?(?:annum|annee|année|an|year|yr|jahr|a\.?)$/;
const mostCents = 10n ** 15n;

/** The currency and the unit that letters and signs beside a number say; null when they say something else. */
export function readUnit(text: string): { currency: string | null; unit: bigint } | null {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s.']/g, "");
  const bare = plain.replace(yearly, "");
  return unitOf(plain) ?? (bare === plain ? null : unitOf(bare));
}

function unitOf(plain: string): { currency: string | null; unit: bigint } | null {
  const sign = signs.find(([mark]) => plain.includes(mark));
  const code = codes.find((one) => plain.startsWith(one) || plain.endsWith(one));
  const isCode = code !== undefined && !(sign && sign[0].length >= 3);
  const rest = isCode
    ? plain.replace(code, "").replace(/[€$£¥]/, "")
    : plain.replace(sign?.[0] ?? "", "");
  const currency = isCode ? code.toUpperCase() : (sign?.[1] ?? null);
  const unit = rest === "" ? 1n : units.get(rest);
  return unit === undefined ? null : { currency, unit };
}

/**
 * "12 500,50 €", "$1,200", "1.2M", "EUR 3k": cents; null for an empty cell. `header` is what the column's name says
 * of unit and currency. An amount in another currency, or one that can be read in two ways, is refused.
 */
export function parseMoney(
  text: string,
  currency: string,
  header: { currency: string | null; unit: bigint } = { currency: null, unit: 1n },
): Money {
  const plain = text.normalize("NFKC").replace(/[\s'’]/g, "");
  if (plain === "") return { cents: null };
  const match = /^([^\d.,+-]*)(\+?)([\d.,]*\d[\d.,]*)([^\d,]*)$/.exec(plain);
  const [, lead = "", , digits = "", tail = ""] = match ?? [];
  const said = match ? readUnit(lead + tail) : null;
  if (!said) return { refused: "money-unclear" };
  const theirs = said.currency ?? header.currency;
  if (theirs !== null && theirs !== currency)
    return { refused: "money-currency", currency: theirs };
  const number = readNumber(digits.replace(/[.,]$/, ""), said.unit > 1n);
  if (!number) return { refused: "money-unclear" };
  const scale = 10n ** BigInt(number.fraction.length);
  const whole = BigInt(number.whole + number.fraction) * said.unit * header.unit * 100n;
  const cents = (whole + scale / 2n) / scale;
  return cents > mostCents ? { refused: "money-unclear" } : { cents };
}

/** With a unit after it, "1,250" may be one and a quarter or twelve hundred and fifty: nobody can say. */
function readNumber(digits: string, hasUnit: boolean): { whole: string; fraction: string } | null {
  if (/^\d+$/.test(digits)) return { whole: digits, fraction: "" };
  const marks = [...digits.matchAll(/[.,]/g)];
  const last = marks.at(-1);
  if (!last) return null;
  const at = last.index;
  const [whole, fraction] = [digits.slice(0, at), digits.slice(at + 1)];
  const kinds = new Set(marks.map(([mark]) => mark));
  if (kinds.size === 2) {
    const [first] = marks;
    return isGrouped(whole) && !whole.includes(last[0]) && first
      ? { whole: whole.replace(/[.,]/g, ""), fraction }
      : null;
  }
  if (marks.length > 1)
    return isGrouped(digits) ? { whole: digits.replace(/[.,]/g, ""), fraction: "" } : null;
  const isThousands = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  if (isThousands && hasUnit) return null;
  return isThousands
    ? { whole: whole + fraction, fraction: "" }
    : { whole: whole || "0", fraction };
}

function isGrouped(text: string): boolean {
  return /^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/.test(text) || /^\d+$/.test(text);
}

function each(words: string[], unit: bigint): [string, bigint][] {
  return words.map((word) => [word, unit]);
}
