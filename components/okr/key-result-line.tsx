import { Flag } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useMeasureWords } from "#components/okr/measure-words.ts";
import { indentOf } from "#components/okr/objective-line.tsx";
import { ObjectiveOwner } from "#components/okr/objective-owner.tsx";
import { ServedBy } from "#components/okr/served-by.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { OkrMeter, OkrProgress } from "#components/ui/okr-mark.tsx";
import { Cell, Row, RowHead } from "#components/ui/table.tsx";
import type { KeyResultNode, ObjectiveNode } from "#lib/okrs/tree.ts";

export function KeyResultLine({
  objective,
  keyResult,
  now,
  onCheckIn,
}: {
  objective: ObjectiveNode;
  keyResult: KeyResultNode;
  now: string;
  onCheckIn?: (() => void) | undefined;
}) {
  const t = useTranslations("okrs");
  const words = useMeasureWords();
  const title = keyResult.title ?? objective.title;
  return (
    <Row
      id={`key-result-${keyResult.id}`}
      data-key-result={keyResult.id}
      className="focus-within:bg-sunk focus-within:shadow-[inset_3px_0_0_var(--accent)] target:bg-sunk"
    >
      <RowHead className="font-normal">
        <span className={`flex items-center gap-2 ${indentOf(objective.depth + 1)}`}>
          <span
            aria-hidden
            className="h-4 w-2 shrink-0 -translate-y-1 border-b border-l border-edge"
          />
          <span className="min-w-0">
            <span className="wrap-anywhere">
              {keyResult.title ?? <span className="text-ink-muted">{t("ownMeasure")}</span>}
            </span>
            <span className="block text-xs text-ink-muted md:hidden">{words(keyResult)}</span>
          </span>
        </span>
      </RowHead>
      <Cell className="max-md:hidden">
        <ObjectiveOwner objective={objective} quiet />
      </Cell>
      <Cell className="max-md:hidden">
        <OkrMeter
          progress={keyResult.progress}
          type={objective.commitment}
          expected={keyResult.expected}
          label={title}
        />
      </Cell>
      <Cell number>
        <OkrProgress progress={keyResult.progress} isBehind={keyResult.isBehind} />
      </Cell>
      <Cell className="text-xs whitespace-nowrap text-ink-muted max-md:hidden">
        {words(keyResult)}
      </Cell>
      <Cell className="text-xs whitespace-nowrap text-ink-muted">
        <span className="flex items-center gap-1">
          <span className="max-md:hidden">
            <LastCheckIn keyResult={keyResult} now={now} />
          </span>
          {onCheckIn ? (
            <IconButton
              label={t("checkIn.of", { title })}
              className="md:size-6"
              icon={<Flag aria-hidden size={14} strokeWidth={1.5} />}
              onClick={onCheckIn}
            />
          ) : null}
        </span>
      </Cell>
      <Cell number className="text-xs text-ink-muted">
        <ServedBy
          title={title}
          initiatives={keyResult.servedBy}
          isPrivate={objective.level === "individual"}
        />
      </Cell>
    </Row>
  );
}

function LastCheckIn({ keyResult, now }: { keyResult: KeyResultNode; now: string }) {
  const t = useTranslations("okrs");
  const format = useFormatter();
  const last = keyResult.lastCheckIn;
  if (!last) return <span className="text-ink-faint">{t("never")}</span>;
  const age = format.relativeTime(new Date(last.at), new Date(now));
  return last.confidence ? `${age}, ${t("confidence", { value: last.confidence })}` : age;
}
