"use client";

import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { undoLast } from "#components/commands/command-queue.ts";
import { leftTribe } from "#components/insight/dialogs/left-tribe.ts";
import type { TriageDialog } from "#components/insight/inbox/triage-dialogs.tsx";
import { useTriage } from "#components/insight/inbox/use-triage.ts";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { useWayBack } from "#components/shell/way-back.ts";
import { Button } from "#components/ui/button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { insightKinds } from "#lib/insights/kinds.ts";
import { insightKey } from "#lib/insights/number.ts";
import type { InsightRow, TribeChoice } from "#lib/insights/views.ts";

const TriageDialogs = lazy(() => import("#components/insight/inbox/triage-dialogs.tsx"));
const EditTitleDialog = lazy(() => import("#components/insight/dialogs/edit-title-dialog.tsx"));
const SplitDialog = lazy(() => import("#components/insight/dialogs/split-dialog.tsx"));

/** What can be done to the insight of the page, by the same keys as in the list. */
export function InsightActs({
  row,
  tribes,
  today,
  isMerged,
}: {
  row: InsightRow;
  tribes: readonly TribeChoice[];
  today: string;
  isMerged: boolean;
}) {
  const t = useTranslations("insights");
  const router = useRouter();
  const [dialog, setDialog] = useState<TriageDialog | null>(null);
  const [form, setForm] = useState<"title" | "split" | null>(null);
  const rows = [row];
  const triage = useTriage(
    () => {},
    () => router.refresh(),
  );
  const key = insightKey(row.number);
  const back = useWayBack(`/insights?open=${key}`);

  function give(tribe: TribeChoice | undefined) {
    if (!tribe || tribe.id === row.tribeId) return;
    if (leftTribe(rows, tribes, tribe)) setDialog({ name: "give", tribe });
    else triage.give(rows, tribe);
  }
  const ask = (name: TriageDialog["name"]) => () => setDialog({ name });
  useKeys("anywhere", { undo: () => (undoLast() ? undefined : false) });
  useKeys("list", { back });
  useKeys(
    "triage",
    {
      assignDigit: ({ digit }) => give(digit ? tribes[digit - 1] : undefined),
      assign: ask("give"),
      answered: ask("answer"),
      decline: ask("decline"),
      snooze: ask("snooze"),
      merge: ask("merge"),
      theme: ask("theme"),
    },
    { subject: key, digits: tribes.map(({ name }) => name), enabled: !isMerged },
  );
  if (isMerged) return <Button onClick={() => triage.part(rows)}>{t("act.part")}</Button>;
  return (
    <>
      <Button keys={keysOf("assign")} onClick={ask("give")}>
        {t("act.give")}
      </Button>
      {row.answer ? (
        <Button onClick={() => triage.reopen(rows)}>{t("act.reopen")}</Button>
      ) : (
        <Button keys={keysOf("answered")} onClick={ask("answer")}>
          {t("act.answer")}
        </Button>
      )}
      <Menu
        label={t("act.more")}
        trigger={{ variant: "quiet", "aria-label": t("act.more") }}
        button={<Ellipsis aria-hidden size={16} strokeWidth={1.5} />}
      >
        <MenuItem keys={keysOf("decline")} onSelect={ask("decline")}>
          {t("act.decline")}
        </MenuItem>
        {row.tribeId ? (
          <MenuItem onSelect={() => triage.giveBack(rows)}>{t("act.return")}</MenuItem>
        ) : row.answer ? null : (
          <MenuItem keys={keysOf("snooze")} onSelect={ask("snooze")}>
            {t("act.snooze")}
          </MenuItem>
        )}
        {row.snoozedUntil && row.snoozedUntil > today ? (
          <MenuItem onSelect={() => triage.snooze(rows, null)}>{t("act.wake")}</MenuItem>
        ) : null}
        <MenuItem keys={keysOf("theme")} onSelect={ask("theme")}>
          {t("act.toTheme")}
        </MenuItem>
        <MenuItem keys={keysOf("merge")} onSelect={ask("merge")}>
          {t("act.merge")}
        </MenuItem>
        <MenuItem onSelect={() => setForm("split")}>{t("act.split")}</MenuItem>
        <MenuItem onSelect={() => setForm("title")}>{t("act.editTitle")}</MenuItem>
        {insightKinds
          .filter((kind) => kind !== row.kind)
          .map((kind) => (
            <MenuItem key={kind} onSelect={() => triage.setKind(rows, kind)}>
              {t("act.setKind")} : {t(`kind.${kind}`)}
            </MenuItem>
          ))}
      </Menu>
      <Suspense>
        {dialog ? (
          <TriageDialogs
            dialog={dialog}
            rows={rows}
            tribes={tribes}
            today={today}
            triage={triage}
            onGrouped={() => router.refresh()}
            onClose={() => setDialog(null)}
          />
        ) : null}
        {form === "title" ? <EditTitleDialog row={row} onClose={() => setForm(null)} /> : null}
        {form === "split" ? <SplitDialog row={row} onClose={() => setForm(null)} /> : null}
      </Suspense>
    </>
  );
}
