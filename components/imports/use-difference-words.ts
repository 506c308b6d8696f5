import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import type { Kind, Origin } from "#lib/initiatives/schema.ts";
import type { Commitment, Direction } from "#lib/okrs/progress.ts";

type Word =
  | `initiatives.form.${"product" | "tech" | "bottomUp" | "topDown"}`
  | `okrs.form.${Commitment | Direction}`;

const kinds: Record<Kind, Word> = {
  product: "initiatives.form.product",
  tech: "initiatives.form.tech",
};
const origins: Record<Origin, Word> = {
  "bottom-up": "initiatives.form.bottomUp",
  "top-down": "initiatives.form.topDown",
};
const commitments: Record<Commitment, Word> = {
  committed: "okrs.form.committed",
  aspirational: "okrs.form.aspirational",
};
const directions: Record<Direction, Word> = {
  more: "okrs.form.more",
  less: "okrs.form.less",
  keep: "okrs.form.keep",
  hit: "okrs.form.hit",
};

/** Fields that are stored as codes, and the message that says each. */
const codes: Record<string, Record<string, Word>> = {
  kind: kinds,
  origin: origins,
  commitment: commitments,
  direction: directions,
};

const numbers: ReadonlySet<string> = new Set([
  ...["insights", "themes", "keyResults", "reach", "impactHundredths", "confidenceHundredths"],
  ...["effortHalfMonths", "start", "target", "now"],
]);

/** How one side of a difference reads: codes in words, numbers as the language writes them; null for nothing. */
export function useDifferenceWords(): (field: string, value: string | null) => string | null {
  const t = useTranslations();
  const format = useFormatter();
  return (field, value) => {
    if (!value) return null;
    const message = codes[field]?.[value];
    if (message) return t(message);
    const number = Number(value);
    if (!numbers.has(field) || Number.isNaN(number)) return value;
    if (field === "confidenceHundredths") return format.number(number, { style: "percent" });
    return format.number(number, { maximumFractionDigits: 6 });
  };
}
