import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { confidenceScale, type Factor, impactScale } from "#lib/initiatives/rice.ts";

/** How the values of factors are written and named. Works on the server and in the browser. */
export function useFactorWords() {
  const t = useTranslations("initiatives");
  const format = useFormatter();

  /** "420", "2", "80 %", "4": the bare value. */
  const value = (factor: Factor, stored: number | null): string => {
    if (stored === null) return "–";
    if (factor === "reach") return format.number(stored);
    if (factor === "impact") return format.number(stored / 100, { maximumFractionDigits: 2 });
    if (factor === "confidence") return format.number(stored / 100, { style: "percent" });
    return format.number(stored / 2, { maximumFractionDigits: 1 });
  };

  /** What it means: "customers a quarter", "high". */
  const meaning = (factor: Factor, stored: number | null): string => {
    if (stored === null) return t("factor.missing");
    if (factor === "reach") return t("unit.reach", { count: stored });
    if (factor === "effort") return t("unit.effort");
    if (factor === "impact") {
      const step = impactScale.find((one) => one.hundredths === stored);
      return step ? t(`impact.${step.code}`) : "";
    }
    const step = confidenceScale.find((one) => one.hundredths === stored);
    return step ? t(`confidence.${step.code}`) : "";
  };

  /** The steps of a scale, as a list shows them; null for a free number. */
  const steps = (factor: Factor) => {
    if (factor === "reach" || factor === "effort") return null;
    return (factor === "impact" ? impactScale : confidenceScale).map(({ hundredths }) => ({
      value: `${hundredths}`,
      label: `${value(factor, hundredths)} · ${meaning(factor, hundredths)}`,
    }));
  };

  return { t, format, value, meaning, steps };
}
