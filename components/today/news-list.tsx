"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { send, undoLast } from "#components/commands/command-queue.ts";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import type { NewsLine } from "#components/today/news-line.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Check, X } from "#components/ui/icons.tsx";
import { Section } from "#components/ui/section.tsx";

/** What this person is told, newest first: opened, read or cleared from here. */
export function NewsList({ lines }: { lines: readonly NewsLine[] }) {
  const t = useTranslations("today.news");
  const format = useFormatter();
  const [done, setDone] = useState<Readonly<Record<string, "read" | "cleared">>>({});
  const shown = lines
    .filter(({ id }) => done[id] !== "cleared")
    .map((line) => ({ ...line, isRead: line.isRead || done[line.id] === "read" }));
  const unread = shown.filter(({ isRead }) => !isRead);

  const mark = (ids: readonly string[], as: "read" | "cleared" | null) =>
    setDone((before) => {
      const rest = Object.entries(before).filter(([id]) => !ids.includes(id));
      return Object.fromEntries([...rest, ...(as ? ids.map((id) => [id, as] as const) : [])]);
    });
  const read = (ids: string[]) => {
    if (ids.length === 0) return;
    mark(ids, "read");
    send({ name: "notice.read", input: { ids }, onRefused: () => mark(ids, null) });
  };
  const clear = (ids: string[]) => {
    focusBeside(ids);
    mark(ids, "cleared");
    send({
      name: "notice.clear",
      input: { ids },
      label: t("cleared", { count: ids.length }),
      undoable: true,
      onRefused: () => mark(ids, null),
      onUndo: () => mark(ids, null),
      onUndoRefused: () => mark(ids, "cleared"),
    });
  };
  const onFocused = (act: (ids: string[]) => void) => () => {
    const id = document.activeElement?.closest<HTMLElement>("[data-news]")?.dataset.news;
    if (!id) return false;
    act([id]);
    return undefined;
  };
  useKeys("news", { readNews: onFocused(read), clearNews: onFocused(clear) });
  useKeys("anywhere", { undo: () => (undoLast() ? undefined : false) });
  if (shown.length === 0) return null;
  return (
    <Section
      title={t("title")}
      note={t("unread", { count: unread.length })}
      aside={
        unread.length > 1 ? (
          <Button variant="quiet" onClick={() => read(unread.map(({ id }) => id))}>
            {t("readAll")}
          </Button>
        ) : null
      }
    >
      <ul>
        {shown.map((line) => (
          <li
            key={line.id}
            data-news={line.id}
            className="group -mx-2 flex items-start gap-2 border-b border-line last:border-b-0"
          >
            <Link
              href={line.path}
              data-line
              onClick={() => read(line.isRead ? [] : [line.id])}
              className="flex min-w-0 flex-1 items-start gap-2 rounded-control px-2 py-1.5 hover:bg-sunk max-md:py-2.5"
            >
              <span
                aria-hidden
                className={`mt-[7px] size-1.5 shrink-0 rounded-full ${line.isRead ? "" : "bg-ink"}`}
              />
              <span className="min-w-0">
                <span className={`wrap-anywhere ${line.isRead ? "text-ink-muted" : ""}`}>
                  {line.times > 1 ? `${t("times", { count: line.times })} ` : null}
                  <b className="font-medium">{line.actor ?? t("someone")}</b> {line.sentence}
                </span>
                <span className="block text-xs text-ink-muted">
                  {t(`kind.${line.kind}`)} ·{" "}
                  <time dateTime={line.at}>
                    {format.dateTime(new Date(line.at), {
                      day: "numeric",
                      month: "short",
                      hour: "2-digit",
                      minute: "2-digit",
                    })}
                  </time>
                </span>
              </span>
            </Link>
            <span className="flex shrink-0 py-0.5 opacity-0 focus-within:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
              {line.isRead ? null : (
                <IconButton
                  label={t("read")}
                  aria-keyshortcuts={keysOf("readNews")}
                  onClick={() => read([line.id])}
                  icon={<Check aria-hidden size={16} strokeWidth={1.5} />}
                />
              )}
              <IconButton
                label={t("clear")}
                aria-keyshortcuts={keysOf("clearNews")}
                onClick={() => clear([line.id])}
                icon={<X aria-hidden size={16} strokeWidth={1.5} />}
              />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The hand goes on at the next line, or at the one before. */
function focusBeside([id]: readonly string[]) {
  const line = document.querySelector<HTMLElement>(`[data-news="${id}"]`);
  const beside = line?.nextElementSibling ?? line?.previousElementSibling;
  if (line?.contains(document.activeElement)) beside?.querySelector<HTMLElement>("a")?.focus();
}
