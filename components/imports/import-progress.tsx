"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { askServer } from "#components/form/ask-server.ts";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { Meter } from "#components/ui/meter.tsx";
import { isUnfinished } from "#lib/imports/schema.ts";
import { type ImportProgressView, importProgress } from "#lib/imports/views.ts";
import { inBytes } from "./in-bytes.ts";

const everyMs = 700;

/** Bytes read, then rows written, as they are; the page shows the report by itself once it is done. */
export function ImportProgress({ id, first }: { id: string; first: ImportProgressView }) {
  const t = useTranslations("imports.run");
  const format = useFormatter();
  const router = useRouter();
  const [progress, setProgress] = useState(first);
  const [isStale, setIsStale] = useState(false);
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    async function ask() {
      const found = await askServer(`/api/imports/${id}`, importProgress);
      if (stopped) return;
      setIsStale(found === null);
      if (found) setProgress(found);
      if (found && !isUnfinished(found.state)) router.refresh();
      else timer = setTimeout(ask, everyMs);
    }
    timer = setTimeout(ask, everyMs);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [id, router]);
  const { state, share, row, rows, checkedBytes, fileBytes, undo } = progress;
  const { created, updated, unchanged, refused } = progress;
  if (state === "undoing" && undo)
    return <UndoProgress share={share} undo={undo} stale={isStale} />;
  return (
    <section className="px-6 py-5 max-md:px-4">
      <Meter value={share} label={t("progress")} />
      <p role="status" className="mt-3">
        {state === "writing" || state === "done"
          ? t("writing", { row, rows: rows ?? 0 })
          : state === "checking"
            ? t("checking", {
                read: inBytes(format, checkedBytes),
                size: inBytes(format, fileBytes),
              })
            : t("queued")}
      </p>
      <p className="text-xs text-ink-muted">{t("bar", { created, updated, unchanged, refused })}</p>
      {isStale ? <p className="mt-2 text-xs text-warn">{t("stale")}</p> : null}
    </section>
  );
}

function UndoProgress({
  share,
  undo: { total, done, deleted, restored, kept, stayed, failure },
  stale,
}: {
  share: number;
  undo: NonNullable<ImportProgressView["undo"]>;
  stale: boolean;
}) {
  const t = useTranslations("imports.run");
  return (
    <section className="px-6 py-5 max-md:px-4">
      <Meter value={share} label={t("undoProgress")} />
      <p role="status" className="mt-3">
        {t("undoingRows", { done, total })}
      </p>
      <p className="text-xs text-ink-muted">{t("undoBar", { deleted, restored, kept, stayed })}</p>
      {failure ? <p className="mt-2 text-xs text-warn">{t("undoStuck", { id: failure })}</p> : null}
      {stale ? <p className="mt-2 text-xs text-warn">{t("stale")}</p> : null}
    </section>
  );
}
