"use client";

import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";

/** Something of ours failed: what to do, and the id under which the log has it. */
export default function WorkspaceError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("ui.problem");
  return (
    <div role="alert" className="grid max-w-lg justify-items-start gap-2 px-6 py-12 max-md:px-4">
      <h1 className="text-answer">{t("title")}</h1>
      <p className="text-ink-muted">{t("text", { id: error.digest ?? "–" })}</p>
      <Button onClick={reset} className="mt-2">
        {t("retry")}
      </Button>
    </div>
  );
}
