"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { undoLast } from "#components/commands/command-queue.ts";
import { ActItems } from "#components/insight/acts/act-items.tsx";
import type { May } from "#components/insight/acts/acts.ts";
import { ActsOpen } from "#components/insight/acts/acts-open.tsx";
import { useActs } from "#components/insight/acts/use-acts.ts";
import { useTriage } from "#components/insight/inbox/use-triage.ts";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { Ellipsis } from "#components/ui/icons.tsx";
import { Menu } from "#components/ui/menu.tsx";
import type { InsightRow, TribeChoice } from "#lib/insights/views.ts";

/** What can be done to the insight of the page, by the same keys as in the list. */
export function InsightActs({
  row,
  tribes,
  today,
  may,
  isMerged,
}: {
  row: InsightRow;
  tribes: readonly TribeChoice[];
  today: string;
  may: May;
  isMerged: boolean;
}) {
  const t = useTranslations("insights.act");
  const router = useRouter();
  const triage = useTriage(
    () => {},
    () => router.refresh(),
  );
  const acts = useActs({ rows: [row], tribes, today, may, triage, isMerged });
  const names = acts.offered.map(({ name }) => name);
  useKeys("anywhere", { undo: () => (undoLast() ? undefined : false) });
  if (isMerged && names.includes("part"))
    return <Button onClick={() => acts.run("part")}>{t("part")}</Button>;
  if (names.length === 0) return null;
  return (
    <>
      {names.includes("give") ? (
        <Button keys={keysOf("assign")} onClick={() => acts.run("give")}>
          {t("give")}
        </Button>
      ) : null}
      {names.includes("answer") ? (
        <Button keys={keysOf("answered")} onClick={() => acts.run("answer")}>
          {t("answer")}
        </Button>
      ) : null}
      <Menu
        label={t("more")}
        trigger={{ variant: "quiet", "aria-label": t("more") }}
        button={<Ellipsis aria-hidden size={16} strokeWidth={1.5} />}
      >
        <ActItems acts={acts} isWanted={({ name }) => name !== "give" && name !== "answer"} />
      </Menu>
      <ActsOpen acts={acts} tribes={tribes} today={today} onGrouped={() => router.refresh()} />
    </>
  );
}
