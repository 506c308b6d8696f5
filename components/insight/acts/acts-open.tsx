import { lazy, Suspense } from "react";
import type { Acts } from "#components/insight/acts/use-acts.ts";
import type { TribeChoice } from "#lib/insights/views.ts";

const ActDialogs = lazy(() => import("#components/insight/acts/act-dialogs.tsx"));

/** The dialog that an act has opened, for what is missing to it. */
export function ActsOpen({
  acts,
  tribes,
  today,
  onGrouped,
}: {
  acts: Acts;
  tribes: readonly TribeChoice[];
  today: string;
  onGrouped: (ids: string[]) => void;
}) {
  const { dialog: open, triage, close } = acts;
  return (
    <Suspense>
      {open ? (
        <ActDialogs
          dialog={open.dialog}
          rows={open.rows}
          tribes={tribes}
          today={today}
          triage={triage}
          onGrouped={onGrouped}
          onDuplicate={acts.askOfWhat}
          onClose={close}
        />
      ) : null}
    </Suspense>
  );
}
