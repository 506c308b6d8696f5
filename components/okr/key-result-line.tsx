import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { useCheckInCursor } from "#components/okr/check-in-cursor.tsx";
import { EditKeyResult } from "#components/okr/edit-key-result.tsx";
import { useMeasureWords } from "#components/okr/measure-words.ts";
import { indentOf } from "#components/okr/objective-line.tsx";
import { ObjectiveOwner } from "#components/okr/objective-owner.tsx";
import { ServedBy } from "#components/okr/served-by.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Flag } from "#components/ui/icons.tsx";
import { OkrMeter, OkrProgress } from "#components/ui/okr-mark.tsx";
import { Cell, Row, RowHead } from "#components/ui/table.tsx";
import type { KeyResultNode, ObjectiveNode } from "#lib/okrs/tree.ts";

export function KeyResultLine({
  objective,
  keyResult,
  now,
  mayEdit,
  mayCheckIn,
}: {
  objective: ObjectiveNode;
  keyResult: KeyResultNode;
  now: string;
  mayEdit: boolean;
  mayCheckIn: boolean;
}) {
  const t = useTranslations("okrs");
  const words = useMeasureWords();
  const cursor = useCheckInCursor();
  const title = keyResult.title ?? objective.title;
  const edit = mayEdit ? <EditKeyResult objective={objective} keyResult={keyResult} /> : null;
  return (
    <Row
      id={`key-result-${keyResult.id}`}
      data-key-result={keyResult.id}
      onFocus={mayCheckIn ? () => cursor.moveTo(keyResult.id) : undefined}
      className={classNames(
        "focus-within:bg-sunk target:bg-sunk",
        cursor.at?.keyResult.id === keyResult.id && "bg-sunk shadow-[inset_3px_0_0_var(--accent)]",
      )}
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
          <span className="max-md:hidden">{edit}</span>
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
        <OkrProgress
          progress={keyResult.progress}
          isBehind={keyResult.isBehind}
          isReached={keyResult.isReached}
        />
      </Cell>
      <Cell className="text-xs whitespace-nowrap text-ink-muted max-md:hidden">
        {words(keyResult)}
      </Cell>
      <Cell className="text-xs whitespace-nowrap text-ink-muted">
        <span className="flex items-center gap-1 max-md:grid max-md:gap-0">
          <span className="md:hidden">{edit}</span>
          <span className="max-md:hidden">
            <LastCheckIn keyResult={keyResult} now={now} />
          </span>
          {mayCheckIn ? (
            <IconButton
              label={t("checkIn.of", { title })}
              className="md:size-6"
              icon={<Flag aria-hidden size={14} strokeWidth={1.5} />}
              onClick={() => cursor.checkInOn(keyResult.id)}
              data-check-in
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
