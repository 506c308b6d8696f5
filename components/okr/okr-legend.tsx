import { useTranslations } from "next-intl";
import { OkrMark } from "#components/ui/okr-mark.tsx";

export function OkrLegend() {
  const t = useTranslations("okrs.legend");
  return (
    <p className="flex flex-wrap gap-x-4 text-xs text-ink-muted">
      <span className="inline-flex items-center gap-1.5">
        <OkrMark type="committed" /> {t("committed")}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <OkrMark type="aspirational" /> {t("aspirational")}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span
          aria-hidden
          className="inline-block h-3 border-l-[1.5px] border-dotted border-ink-muted"
        />
        {t("expected")}
      </span>
    </p>
  );
}
