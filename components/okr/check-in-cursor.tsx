"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useState } from "react";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { CheckInDialog } from "#components/okr/check-in-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import type { KeyResultNode, ObjectiveNode } from "#lib/okrs/tree.ts";

type Checkable = { title: string; keyResult: KeyResultNode };
type Cursor = {
  /** The key result that U is about; null where the viewer may check in on none. */
  at: Checkable | null;
  moveTo: (keyResultId: string) => void;
  /** The one that many further down, the last or first at the ends. */
  beside: (steps: number) => Checkable | null;
  checkInOn: (keyResultId: string) => void;
};

const Context = createContext<Cursor | null>(null);

/** Keeps which key result the keys act on, for the header's button and the table alike. */
export function CheckInCursor({
  tree,
  checkable,
  children,
}: {
  tree: readonly ObjectiveNode[];
  /** Ids of the objectives whose key results the viewer may check in on. */
  checkable: readonly string[];
  children: ReactNode;
}) {
  const [cursor, setCursor] = useState<string | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  const all = tree
    .filter(({ id }) => checkable.includes(id))
    .flatMap(({ title, keyResults }) =>
      keyResults.map((keyResult) => ({ title: keyResult.title ?? title, keyResult })),
    );
  const find = (id: string | null) => all.findIndex(({ keyResult }) => keyResult.id === id);
  const index = Math.max(0, find(cursor));
  const at = all[index] ?? null;
  const beside = (steps: number) =>
    all[Math.max(0, Math.min(index + steps, all.length - 1))] ?? null;
  const checkInOn = (id: string) => {
    setCursor(id);
    setOpen(id);
  };
  const shown = all[find(open)];
  useKeys("screen", at ? { checkIn: () => checkInOn(at.keyResult.id) } : {});
  return (
    <Context value={{ at, moveTo: setCursor, beside, checkInOn }}>
      {children}
      {shown ? <CheckInDialog {...shown} onClose={() => setOpen(null)} /> : null}
    </Context>
  );
}

export function useCheckInCursor(): Cursor {
  const cursor = useContext(Context);
  if (!cursor) throw new Error("the check-in cursor is missing around this");
  return cursor;
}

/** In the header: checks in on the row of the cursor. Fingers have the flag on each row. */
export function CheckInButton() {
  const t = useTranslations("okrs.checkIn");
  const { at, checkInOn } = useCheckInCursor();
  if (!at) return null;
  return (
    <Button
      keys={keysOf("checkIn")}
      title={t("of", { title: at.title })}
      className="touch:hidden"
      onClick={() => checkInOn(at.keyResult.id)}
    >
      {t("action")}
    </Button>
  );
}
