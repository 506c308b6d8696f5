import { useTranslations } from "next-intl";
import { OkrLegend } from "#components/okr/okr-legend.tsx";
import { Lock } from "#components/ui/icons.tsx";
import { Tabs } from "#components/ui/tabs.tsx";

type View = "tree" | "mine" | "reports";

export function OkrTabs({
  quarter,
  view,
  hasReports,
  isOver,
}: {
  quarter: string;
  view: View;
  hasReports: boolean;
  isOver: boolean;
}) {
  const t = useTranslations("okrs.tab");
  const views: View[] = hasReports ? ["tree", "mine", "reports"] : ["tree", "mine"];
  return (
    <Tabs
      label={t("label")}
      tabs={views.map((one) => ({
        href: `/okrs/${quarter}${one === "tree" ? "" : `?view=${one}`}`,
        current: one === view,
        label: (
          <>
            {t(one)}
            {one === "tree" ? null : <Lock aria-hidden size={14} strokeWidth={1.5} />}
          </>
        ),
      }))}
      aside={
        <span className="max-lg:hidden">
          <OkrLegend isOver={isOver} />
        </span>
      }
    />
  );
}
