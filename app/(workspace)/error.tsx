"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useEffect } from "react";
import { Button } from "#components/ui/button.tsx";
import { type Trouble, troubleIn } from "#lib/troubles.ts";

const againMs = 3_000;

/** Something of ours failed: what to do, and the id under which the log has it; or what passes by itself. */
export default function WorkspaceError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("ui.problem");
  const trouble = troubleIn(error.digest);
  if (trouble !== null) return <Passing trouble={trouble} reset={reset} />;
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

function Passing({ trouble, reset }: { trouble: Trouble; reset: () => void }) {
  const t = useTranslations("ui.trouble");
  const errors = useTranslations("errors");
  const router = useRouter();
  useEffect(() => {
    const again = () =>
      startTransition(() => {
        router.refresh();
        reset();
      });
    const timer = setTimeout(again, againMs);
    return () => clearTimeout(timer);
  }, [router, reset]);
  return (
    <div role="alert" className="grid max-w-lg justify-items-start gap-2 px-6 py-12 max-md:px-4">
      <h1 className="text-answer">{t("title")}</h1>
      <p className="text-ink-muted">{errors(trouble)}</p>
      <p className="text-ink-muted">{t("again")}</p>
    </div>
  );
}
