import { useTranslations } from "next-intl";
import { OkrMark } from "#components/ui/okr-mark.tsx";

/** @param isOver there is a result to read then, and no pace */
export function OkrLegend({ isOver }: { isOver: boolean }) {
  const t = useTranslations("okrs.legend");
  return (
    <p className="flex flex-wrap gap-x-4 text-xs text-ink-muted">
      <span className="inline-flex items-center gap-1.5">
        <OkrMark type="committed" /> {t("committed")}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <OkrMark type="aspirational" /> {t("aspirational")}
      </span>
      {isOver ? (
        <span>
          <span aria-hidden className="text-good">
            ✓
          </span>{" "}
          {t("reached")}
        </span>
      ) : (
        <span className="inline-flex items-center gap-1.5">
          <span
            aria-hidden
            className="inline-block h-3 border-l-[1.5px] border-dotted border-ink-muted"
          />
          {t("expected")}
        </span>
      )}
    </p>
  );
}
