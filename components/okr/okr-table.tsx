"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { CheckInDialog } from "#components/okr/check-in-dialog.tsx";
import { KeyResultLine } from "#components/okr/key-result-line.tsx";
import { ObjectiveLine } from "#components/okr/objective-line.tsx";
import { ColumnHead, Table } from "#components/ui/table.tsx";
import type { KeyResultNode, ObjectiveNode } from "#lib/okrs/tree.ts";

export type OkrTableProps = {
  caption: string;
  tree: ObjectiveNode[];
  /** Ids of the objectives whose key results the viewer may check in on. */
  checkable: string[];
  /** Ids of the objectives that the viewer may edit. */
  editable: string[];
  /** An instant, ISO: ages are counted from it. */
  now: string;
};

/** Objectives with their key results below each; J and K walk the key results, U checks in. */
export function OkrTable({ caption, tree, checkable, editable, now }: OkrTableProps) {
  const t = useTranslations("okrs.column");
  const [open, setOpen] = useState<{ title: string; keyResult: KeyResultNode } | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const all = tree
    .filter(({ id }) => checkable.includes(id))
    .flatMap(({ title, keyResults }) =>
      keyResults.map((keyResult) => ({ title: keyResult.title ?? title, keyResult })),
    );
  const cursor = () => {
    const row = document.activeElement?.closest<HTMLElement>("[data-key-result]");
    return all.findIndex(({ keyResult }) => keyResult.id === row?.dataset.keyResult);
  };
  const goTo = (index: number) => {
    const id = all[Math.max(0, Math.min(index, all.length - 1))]?.keyResult.id;
    body.current?.querySelector<HTMLElement>(`[data-key-result="${id}"] button`)?.focus();
  };
  useKeys("list", { next: () => goTo(cursor() + 1), previous: () => goTo(cursor() - 1) });
  useKeys("screen", { checkIn: () => setOpen(all[Math.max(0, cursor())] ?? null) });
  return (
    <>
      <Table caption={caption} className="max-lg:block max-lg:overflow-x-auto">
        <thead className="max-md:sr-only">
          <tr>
            <ColumnHead>{t("objective")}</ColumnHead>
            <ColumnHead>{t("owner")}</ColumnHead>
            <ColumnHead className="w-40">{t("progress")}</ColumnHead>
            <ColumnHead number>
              <span className="sr-only">{t("value")}</span>
            </ColumnHead>
            <ColumnHead>{t("measure")}</ColumnHead>
            <ColumnHead>{t("checkIn")}</ColumnHead>
            <ColumnHead number>{t("served")}</ColumnHead>
          </tr>
        </thead>
        <tbody ref={body}>
          {tree.flatMap((objective) => [
            <ObjectiveLine
              key={objective.id}
              objective={objective}
              parents={tree}
              mayEdit={editable.includes(objective.id)}
            />,
            ...objective.keyResults.map((keyResult) => (
              <KeyResultLine
                key={keyResult.id}
                objective={objective}
                keyResult={keyResult}
                now={now}
                onCheckIn={
                  checkable.includes(objective.id)
                    ? () => setOpen({ title: keyResult.title ?? objective.title, keyResult })
                    : undefined
                }
              />
            )),
          ])}
        </tbody>
      </Table>
      {open ? <CheckInDialog {...open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
