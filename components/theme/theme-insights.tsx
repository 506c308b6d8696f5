"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { send, undoLast } from "#components/commands/command-queue.ts";
import { CustomerName } from "#components/customer/customer-name.tsx";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { X } from "#components/ui/icons.tsx";
import { KindIcon } from "#components/ui/kind-icon.tsx";
import { insightKey } from "#lib/insights/number.ts";
import type { InsightRow } from "#lib/insights/views.ts";
import type { ThemeInsight } from "#lib/themes/reads/theme.ts";

const AddInsights = lazy(() => import("#components/theme/add-insights.tsx"));

const AT_FIRST = 12;

/** What is under the theme, put in and taken out where one reads it. */
export function ThemeInsights({
  theme,
  insights,
  mayEdit,
}: {
  theme: { id: string; title: string };
  insights: readonly ThemeInsight[];
  mayEdit: boolean;
}) {
  const t = useTranslations("themes");
  const router = useRouter();
  const [isAdding, setIsAdding] = useState(false);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const onDone = () => router.refresh();
  useKeys("anywhere", { undo: () => (undoLast() ? undefined : false) });

  function change(
    name: "theme.group" | "theme.ungroup",
    { id, number }: InsightRow | ThemeInsight,
  ) {
    const leave = () => setGone((ids) => new Set([...ids, id]));
    const stay = () => setGone((ids) => new Set([...ids].filter((other) => other !== id)));
    const isLeaving = name === "theme.ungroup";
    (isLeaving ? leave : stay)();
    send({
      name,
      input: { themeId: theme.id, insightIds: [id] },
      label: t(isLeaving ? "done.ungrouped" : "done.grouped", {
        count: 1,
        insight: insightKey(number),
        theme: theme.title,
      }),
      undoable: true,
      onDone,
      onUndo: isLeaving ? stay : leave,
      onRefused: isLeaving ? stay : leave,
    });
  }

  const line = (insight: ThemeInsight) => (
    <InsightLine
      key={insight.id}
      insight={insight}
      onRemove={mayEdit ? () => change("theme.ungroup", insight) : undefined}
    />
  );
  const shown = insights.filter(({ id }) => !gone.has(id));
  return (
    <>
      {shown.length === 0 ? <p className="text-ink-muted">{t("page.noInsights")}</p> : null}
      <ul>{shown.slice(0, AT_FIRST).map(line)}</ul>
      {shown.length > AT_FIRST ? (
        <details className="border-t border-line pt-2">
          <summary className="w-fit text-ink-muted">
            {t("page.rest", { count: shown.length - AT_FIRST })}
          </summary>
          <ul>{shown.slice(AT_FIRST).map(line)}</ul>
        </details>
      ) : null}
      {mayEdit ? (
        <Button className="mt-3" onClick={() => setIsAdding(true)}>
          {t("acts.add")}
        </Button>
      ) : null}
      <Suspense>
        {isAdding ? (
          <AddInsights
            theme={theme.title}
            here={new Set(shown.map(({ id }) => id))}
            onAdd={(row) => change("theme.group", row)}
            onClose={() => setIsAdding(false)}
          />
        ) : null}
      </Suspense>
    </>
  );
}

function InsightLine({
  insight,
  onRemove,
}: {
  insight: ThemeInsight;
  onRemove: (() => void) | undefined;
}) {
  const t = useTranslations("themes");
  const format = useFormatter();
  const key = insightKey(insight.number);
  return (
    <li className="flex min-h-8 items-center gap-2.5 border-t border-line first:border-t-0 max-md:min-h-11">
      <KindIcon kind={insight.kind} />
      <Link
        href={`/insights/${key}`}
        prefetch={false}
        className="min-w-0 flex-1 truncate hover:underline"
      >
        <span className="mr-2 text-xs text-ink-muted">{key}</span>
        {insight.title || insight.excerpt || t("page.untitled")}
      </Link>
      <span className="max-w-40 truncate text-xs text-ink-muted max-md:hidden">
        {insight.customer ? <CustomerName {...insight.customer} /> : null}
      </span>
      <time
        dateTime={new Date(insight.saidAt).toISOString()}
        className="w-20 text-right text-xs whitespace-nowrap text-ink-muted max-md:w-auto"
      >
        {format.dateTime(new Date(insight.saidAt), {
          day: "numeric",
          month: "short",
          year: "2-digit",
        })}
      </time>
      {onRemove ? (
        <IconButton
          label={t("acts.remove", { insight: key })}
          icon={<X aria-hidden size={14} strokeWidth={1.5} />}
          onClick={onRemove}
          className="md:size-6"
        />
      ) : null}
    </li>
  );
}
