import { useState } from "react";
import type { ActDialog } from "#components/insight/acts/act-dialogs.tsx";
import { type ActName, actsOn, type May } from "#components/insight/acts/acts.ts";
import { leftTribe } from "#components/insight/dialogs/left-tribe.ts";
import type { Triage } from "#components/insight/inbox/use-triage.ts";
import type { KeyPress } from "#components/keyboard/registry.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { insightKey } from "#lib/insights/number.ts";
import type { InsightRow, TribeChoice } from "#lib/insights/views.ts";

type Given = {
  /** What is acted on: the selection, or the one under the cursor. */
  rows: readonly InsightRow[];
  tribes: readonly TribeChoice[];
  today: string;
  may: May;
  triage: Triage;
  /** All that are shown: the sure proposals among them are confirmed at once. */
  listed?: readonly InsightRow[];
  isMerged?: boolean;
};

/** What can be done to these rows, by its key or by a press: at once, or after a dialog has asked what is missing. */
export function useActs({ rows, tribes, today, may, triage, ...given }: Given) {
  const { listed = [], isMerged = false } = given;
  // With its rows: what is on the list may change while one fills in what is asked.
  const [dialog, setDialog] = useState<{ dialog: ActDialog; rows: readonly InsightRow[] }>();
  const ask = (name: ActDialog["name"], tribe?: TribeChoice) => () =>
    setDialog({ dialog: { name, tribe }, rows });
  const facts = rows.map((row) => ({ ...row, isMerged }));
  const offered = actsOn(facts, may, today);
  const runs: Record<Exclude<ActName, "setKind">, () => void> = {
    give: ask("give"),
    theme: ask("theme"),
    answer: ask("answer"),
    merge: ask("merge"),
    snooze: ask("snooze"),
    decline: ask("decline"),
    split: ask("split"),
    editTitle: ask("editTitle"),
    wake: () => triage.snooze(rows, null),
    return: () => triage.giveBack(rows),
    reopen: () => triage.reopen(rows),
    part: () => triage.part(rows),
  };
  function give(tribe: TribeChoice | undefined) {
    if (!tribe) return;
    if (leftTribe(rows, tribes, tribe)) ask("give", tribe)();
    else triage.give(rows, tribe);
  }
  const mayGive = offered.some(({ name }) => name === "give");
  const sure = mayGive ? sureAmong(listed, tribes) : [];
  const confirmSure = () => (sure.length > 0 ? triage.confirm(sure) : undefined);
  const byKey = {
    assign: runs.give,
    theme: runs.theme,
    answered: runs.answer,
    merge: runs.merge,
    snooze: runs.snooze,
    decline: runs.decline,
    split: runs.split,
  };
  const isOffered = (id: string) => offered.some(({ key }) => key === id);
  const digits = {
    assignDigit: ({ digit }: KeyPress) => give(digit ? tribes[digit - 1] : undefined),
  };
  useKeys(
    "triage",
    {
      ...(mayGive ? digits : {}),
      ...(sure.length > 0 ? { confirmSure } : {}),
      ...Object.fromEntries(Object.entries(byKey).filter(([id]) => isOffered(id))),
    },
    {
      subject: rows.length === 1 && rows[0] ? insightKey(rows[0].number) : undefined,
      digits: tribes.map(({ name }) => name),
    },
  );
  return {
    rows,
    tribes: mayGive ? tribes.slice(0, 9) : [],
    offered,
    sure: sure.length,
    confirmSure,
    run: (name: Exclude<ActName, "setKind">) => runs[name](),
    give,
    setKind: (kind: InsightRow["kind"]) => triage.setKind(rows, kind),
    createTheme: (theme: string) => setDialog({ dialog: { name: "theme", theme }, rows }),
    triage,
    dialog,
    /** What is answered as a duplicate is one of another. */
    askOfWhat: () => setDialog((open) => open && { dialog: { name: "merge" }, rows: open.rows }),
    close: () => setDialog(undefined),
  };
}

/** Those that still wait, each with the Tribe that is surely its. */
function sureAmong(rows: readonly InsightRow[], tribes: readonly TribeChoice[]) {
  return rows.flatMap((row) => {
    const tribe = tribes.find(({ id }) => id === row.proposedTribeId);
    const isOpen = row.tribeId === null && row.answer === null;
    return row.isSure && isOpen && tribe ? [{ row, tribe }] : [];
  });
}

export type Acts = ReturnType<typeof useActs>;
