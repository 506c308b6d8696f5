import { useTranslations } from "next-intl";
import { EditKeyResult } from "#components/okr/edit-key-result.tsx";
import { EditObjective } from "#components/okr/edit-objective.tsx";
import { ObjectiveOwner } from "#components/okr/objective-owner.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Landmark } from "#components/ui/icons.tsx";
import { OkrMeter, OkrProgress } from "#components/ui/okr-mark.tsx";
import { Cell, Row, RowHead } from "#components/ui/table.tsx";
import type { ObjectiveNode } from "#lib/okrs/tree.ts";

const INDENT = ["", "pl-6", "pl-12", "pl-18", "pl-24"] as const;

export function indentOf(depth: number): string {
  return INDENT[Math.min(depth, INDENT.length) - 1] ?? "";
}

export function ObjectiveLine({
  objective,
  parents,
  mayEdit,
}: {
  objective: ObjectiveNode;
  parents: readonly ObjectiveNode[];
  mayEdit: boolean;
}) {
  const t = useTranslations("okrs");
  const {
    title,
    depth,
    level,
    progress,
    expected,
    isBehind,
    isReached,
    commitment,
    servedByCount,
  } = objective;
  // On a phone they stand where a key result has its own, so that the title keeps its width.
  const acts = mayEdit ? (
    <>
      <EditObjective objective={objective} parents={parents} />
      <EditKeyResult objective={objective} />
    </>
  ) : null;
  return (
    <Row id={`objective-${objective.id}`} className={level === "company" ? "bg-canvas" : undefined}>
      <RowHead className="font-semibold">
        <span className={classNames("flex items-center gap-2", indentOf(depth))}>
          {/* Their titles stand under each other's, whose children then stand further in. */}
          {level === "company" ? (
            <Landmark aria-hidden size={14} strokeWidth={1.5} className="shrink-0 text-ink-muted" />
          ) : (
            <span aria-hidden className="w-3.5 shrink-0 max-md:hidden" />
          )}
          <span className="wrap-anywhere">{title}</span>
          <span className="flex shrink-0 max-md:hidden">{acts}</span>
        </span>
      </RowHead>
      <Cell className="max-md:hidden">
        <ObjectiveOwner objective={objective} />
      </Cell>
      <Cell className="min-w-36 max-md:hidden">
        <OkrMeter progress={progress} type={commitment} expected={expected} label={title} />
      </Cell>
      <Cell number>
        <OkrProgress progress={progress} isBehind={isBehind} isReached={isReached} />
      </Cell>
      <Cell className="max-md:hidden" />
      <Cell>
        <span className="grid md:hidden">{acts}</span>
      </Cell>
      <Cell number className="text-xs text-ink-muted">
        {servedByCount > 0 ? (
          <>
            <span aria-hidden>{servedByCount}</span>
            <span className="sr-only">{t("servedCount", { count: servedByCount })}</span>
          </>
        ) : null}
      </Cell>
    </Row>
  );
}
