import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import type { KeyResultNode } from "#lib/okrs/tree.ts";

type Measured = Pick<KeyResultNode, "direction" | "start" | "target" | "unit" | "now">;

/** "41 → 27 → 15 min", "keep at 0: 1", "yes or no: not yet". The unit stands once, after the target. */
export function useMeasureWords() {
  const t = useTranslations("okrs.measure");
  const format = useFormatter();
  const number = (value: number | null) =>
    value === null ? "–" : format.number(value, { maximumFractionDigits: 2 });
  return ({ direction, start, target, unit, now }: Measured): string => {
    if (direction === "hit")
      return t("hit", { now: now === null ? "none" : now === 1 ? "yes" : "no" });
    const withUnit = unit ? `${number(target)}\u00a0${unit}` : number(target);
    if (direction === "keep") return t("keep", { target: withUnit, now: number(now) });
    return t("path", { start: number(start), now: number(now), target: withUnit });
  };
}
