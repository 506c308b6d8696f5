import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { Button } from "#components/ui/button.tsx";

/** What can be done once the columns of a file are named, whatever it holds. */
export function MappingActs({
  refusal,
  isPending,
  onPreview,
  giveUp,
}: {
  refusal: string | null;
  isPending: boolean;
  onPreview: () => void;
  giveUp: ReactNode;
}) {
  const t = useTranslations("imports.mapping");
  return (
    <div className="px-6 py-4 max-md:px-4">
      <RefusalLine>{refusal}</RefusalLine>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button type="submit" variant="primary" disabled={isPending}>
          {t("import")}
        </Button>
        <Button disabled={isPending} onClick={onPreview}>
          {t("preview")}
        </Button>
        {giveUp}
      </div>
      <p className="mt-2 max-w-prose text-xs text-ink-muted">{t("remembered")}</p>
    </div>
  );
}
