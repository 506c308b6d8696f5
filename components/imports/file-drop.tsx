"use client";

import { useTranslations } from "next-intl";
import { type DragEvent, useId, useRef, useState } from "react";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { classNames } from "#components/ui/class-names.ts";
import { FileUp } from "#components/ui/icons.tsx";
import { inBytes } from "./in-bytes.ts";

/** One file, chosen or dropped; the whole field is the target. */
export function FileDrop({
  file,
  onFile,
}: {
  file: File | null;
  onFile: (file: File | null) => void;
}) {
  const t = useTranslations("imports.upload");
  const format = useFormatter();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) onFile(dropped);
  };
  return (
    <label
      htmlFor={id}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={classNames(
        "relative flex min-h-24 cursor-pointer flex-col items-center justify-center gap-1 rounded-control border border-dashed px-4 py-5 text-center focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent",
        isOver ? "border-accent bg-accent-soft" : "border-edge hover:bg-sunk",
      )}
    >
      <FileUp aria-hidden size={20} strokeWidth={1.5} className="text-ink-muted" />
      {file ? (
        <>
          <span className="font-medium wrap-anywhere">
            {t("chosen", { name: file.name, size: inBytes(format, file.size) })}
          </span>
          <span className="text-xs text-ink-muted">{t("other")}</span>
        </>
      ) : (
        <span>{t("drop")}</span>
      )}
      <input
        ref={input}
        id={id}
        type="file"
        name="file"
        aria-label={t("file")}
        accept=".csv,.txt,.tsv,.zip,text/csv,text/plain,application/zip"
        onChange={() => onFile(input.current?.files?.[0] ?? null)}
        className="sr-only"
      />
    </label>
  );
}
