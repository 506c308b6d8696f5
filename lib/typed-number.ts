/**
 * Numbers as people write them, whatever the language of their browser. A comma or a point is the decimal mark, spaces
 * of any kind part thousands. One mark followed by exactly three digits, with no leading 0, is thousands where a whole
 * number is asked for; where a fraction may be meant nobody can say, and it is refused in words.
 */

export type NumberRule = {
  /** Only whole numbers: people, customers, percent. */
  readonly whole?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** What it is a multiple of: 0.5 for half person-months. */
  readonly step?: number;
  /** "20 %" says the same as "20". */
  readonly percent?: boolean;
};

/** What is wrong with it: a key of the messages `errors`, and what its sentence mentions. */
export type NumberFault =
  | { readonly key: "number-unreadable"; readonly params: { text: string } }
  | {
      readonly key: "number-ambiguous";
      readonly params: { text: string; plain: string; thousands: number; fraction: number };
    }
  | { readonly key: "number-not-whole"; readonly params: { number: number } }
  | { readonly key: "number-not-step"; readonly params: { number: number; step: number } }
  | { readonly key: "number-too-small"; readonly params: { min: number } }
  | { readonly key: "number-too-large"; readonly params: { max: number } };

export type NumberRead = { readonly value: number } | { readonly fault: NumberFault };

/** What was typed, by the rule of its field; null when nothing was. */
export function readNumber(typed: string, rule: NumberRule): NumberRead | null {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return null;
  const bare = rule.percent ? text.replace(/\s*%$/, "") : text;
  const digits = bare.length > 40 ? null : digitsOf(bare);
  if (!digits) return { fault: { key: "number-unreadable", params: { text: typed.trim() } } };
  const { sign, whole, fraction, isThousandsToo } = digits;
  if (isThousandsToo && rule.whole) return withinRule(sign * Number(whole + fraction), rule);
  if (!isThousandsToo) return withinRule(sign * Number(`${whole}.${fraction}0`), rule);
  const plain = `${sign < 0 ? "-" : ""}${whole}${fraction}`;
  const params = {
    text: typed.trim(),
    plain,
    thousands: Number(plain),
    fraction: sign * Number(`${whole}.${fraction}`),
  };
  return { fault: { key: "number-ambiguous", params } };
}

/** The number that was typed, where the field has already said what is wrong; null for nothing and for a fault. */
export function numberIn(typed: string, rule: NumberRule): number | null {
  const read = readNumber(typed, rule);
  return read && "value" in read ? read.value : null;
}

/** Whether a number that is read is one that the field takes. */
function withinRule(number: number, rule: NumberRule): NumberRead {
  const { whole, min, max, step } = rule;
  if (whole && !Number.isInteger(number))
    return { fault: { key: "number-not-whole", params: { number } } };
  if (step !== undefined && !Number.isInteger(number / step))
    return { fault: { key: "number-not-step", params: { number, step } } };
  if (min !== undefined && number < min)
    return { fault: { key: "number-too-small", params: { min } } };
  if (max !== undefined && number > max)
    return { fault: { key: "number-too-large", params: { max } } };
  return { value: number };
}

type Digits = {
  sign: 1 | -1;
  whole: string;
  fraction: string;
  /** Its one mark may as well part thousands: "1.200". */
  isThousandsToo: boolean;
};

function digitsOf(text: string): Digits | null {
  const [, minus = "", rest = ""] = /^([+\-−–]?)\s*(.*)$/su.exec(text) ?? [];
  const sign = minus === "" || minus === "+" ? 1 : -1;
  const bare = withoutSpaces(rest);
  if (bare === null || !/^[\d.,]*\d[\d.,]*$/.test(bare)) return null;
  const marks = bare.replaceAll(/\d/g, "");
  const last = marks.at(-1);
  if (last === undefined) return { sign, whole: bare, fraction: "", isThousandsToo: false };
  const isGroupedByIt = marks.length > 1 && !new Set(marks).has(last === "," ? "." : ",");
  if (isGroupedByIt) {
    const whole = withoutMarks(bare);
    return whole === null ? null : { sign, whole, fraction: "", isThousandsToo: false };
  }
  const at = bare.lastIndexOf(last);
  const whole = withoutMarks(bare.slice(0, at));
  const fraction = bare.slice(at + 1);
  if (whole === null) return null;
  const isThousandsToo =
    bare === rest && fraction.length === 3 && /^[1-9]\d{0,2}$/.test(bare.slice(0, at));
  return { sign, whole: whole || "0", fraction, isThousandsToo };
}

/** "1 200 000" without its spaces, also the narrow and the unbreakable ones, and Switzerland's apostrophes. */
function withoutSpaces(text: string): string | null {
  if (!/[\s'’]/.test(text)) return text;
  return /^\d{1,3}([\s'’])\d{3}(\1\d{3})*([.,]\d*)?$/.test(text)
    ? text.replaceAll(/[\s'’]/g, "")
    : null;
}

/** The whole part without what parts its thousands: one kind of mark, before each third digit. */
function withoutMarks(whole: string): string | null {
  if (/^\d*$/.test(whole)) return whole;
  return /^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(whole) ? whole.replaceAll(/[.,]/g, "") : null;
}
