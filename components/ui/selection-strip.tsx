"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KeyHint } from "#components/keyboard/key-hint.tsx";

/** Docked under the list it acts on; covers nothing. */
export function SelectionStrip({
  count,
  onClear,
  children,
}: {
  count: number;
  onClear: () => void;
  children: ReactNode;
}) {
  const t = useTranslations("ui.selection");
  return (
    <div
      role="toolbar"
      aria-label={t("label")}
      className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-1 border-t-2 border-accent bg-surface px-4 py-1 whitespace-nowrap max-md:px-2"
    >
      <b className="px-2" aria-live="polite">
        {t("count", { count })}
      </b>
      <StripAction keys="Escape" onClick={onClear} label={t("clear")} />
      <StripRule />
      {children}
    </div>
  );
}

/** One thing to do to the selection. With only a key and a flag to show, `label` names it. */
export function StripAction({
  keys,
  onClick,
  label,
  children,
}: {
  keys?: string;
  onClick: () => void;
  label?: string;
  children?: ReactNode;
}) {
  return (
    <button
      type="button"
      onClick={onClick}
      title={label}
      aria-keyshortcuts={keys}
      className="inline-flex h-8 shrink-0 items-center gap-2 rounded-control px-2 hover:bg-sunk focus-visible:-outline-offset-2 max-md:h-11"
    >
      {keys ? <KeyHint keys={keys} /> : null}
      {label ? <span className="sr-only">{label}</span> : null}
      {children}
    </button>
  );
}

export function StripRule() {
  return <span aria-hidden className="mx-1 h-5 w-px shrink-0 bg-line max-md:hidden" />;
}
