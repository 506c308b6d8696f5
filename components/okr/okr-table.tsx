"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { useCheckInCursor } from "#components/okr/check-in-cursor.tsx";
import { KeyResultLine } from "#components/okr/key-result-line.tsx";
import { ObjectiveLine } from "#components/okr/objective-line.tsx";
import { ColumnHead, Table } from "#components/ui/table.tsx";
import type { ObjectiveNode } from "#lib/okrs/tree.ts";

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
  const cursor = useCheckInCursor();
  const body = useRef<HTMLTableSectionElement>(null);
  const walk = (steps: number) => {
    const id = cursor.beside(steps)?.keyResult.id;
    body.current?.querySelector<HTMLElement>(`[data-key-result="${id}"] [data-check-in]`)?.focus();
  };
  useKeys("list", { next: () => walk(1), previous: () => walk(-1) });
  return (
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
              mayEdit={editable.includes(objective.id)}
              mayCheckIn={checkable.includes(objective.id)}
            />
          )),
        ])}
      </tbody>
    </Table>
  );
}
