"use client";

import { useId, useState } from "react";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { useAnswer } from "#components/form/use-answer.ts";
import { Button } from "#components/ui/button.tsx";
import { submitForm } from "#lib/act.ts";

type ArchivesOne = "objective.archive" | "key-result.archive" | "tribe.archive" | "team.archive";

export type ArchiveButtonProps = {
  action: ArchivesOne;
  /** What is archived, as it was when shown. */
  target: { id: string; version: number };
  words: {
    ask: string;
    /** What goes and what stays, said before it happens. */
    explain: string;
    confirm: string;
    done: string;
  };
  onDone?: () => void;
};

/** At the foot of an edit dialog: asks first, archives on the second button. */
export function ArchiveButton({ action, target, words, onDone }: ArchiveButtonProps) {
  const id = useId();
  const { send, refusal, isPending } = useAnswer();
  const [isAsking, setIsAsking] = useState(false);
  const [operationId] = useState(() => crypto.randomUUID());
  const { id: rowId, version } = target;
  const archive = () =>
    send(() => submitForm(action, { operationId, id: rowId, version }), {
      done: words.done,
      undo: operationId,
      ...(onDone ? { after: onDone } : {}),
    });
  return (
    <div className="mt-4 border-t border-line pt-3">
      <Button
        variant="quiet"
        className="-ml-2.5"
        aria-expanded={isAsking}
        aria-controls={isAsking ? id : undefined}
        onClick={() => setIsAsking(!isAsking)}
      >
        {words.ask}
      </Button>
      {isAsking ? (
        <div id={id} className="mt-1 grid justify-items-start gap-2">
          <p className="text-ink-muted">{words.explain}</p>
          <RefusalLine>{refusal}</RefusalLine>
          <Button disabled={isPending} onClick={archive}>
            {words.confirm}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
