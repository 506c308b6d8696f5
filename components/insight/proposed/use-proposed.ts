import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";
import { send } from "#components/commands/command-queue.ts";
import type { Asked, InputOf } from "#lib/commands.ts";
import { insightKey } from "#lib/insights/number.ts";
import type { InsightRow } from "#lib/insights/views.ts";
import type { Proposals } from "#lib/proposals/views.ts";

export type Refusal = InputOf<"proposal.refuse">;

/**
 * What is still to be decided of a row: what this person refused is gone at once, and back when it is taken back or the
 * server says no; what the row has by now is not proposed any more.
 */
export function useProposed(
  row: InsightRow | undefined,
  proposals: Proposals | null | undefined,
  onDone: () => void,
) {
  const t = useTranslations("insights.done");
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const isOpen = useCallback(
    (insightId: string, kind: string, target: string) =>
      !refused.has(`${insightId} ${kind} ${target}`),
    [refused],
  );
  const open = row && proposals?.insightId === row.id ? leftOf(row, proposals, isOpen) : null;

  /** It is no longer proposed, and again once that is taken back. */
  function settle({ insightId, kind, target }: Refusal, asked: Asked, label: string) {
    const key = `${insightId} ${kind} ${target}`;
    const hide = () => setRefused((keys) => new Set(keys).add(key));
    const show = () => setRefused((keys) => new Set([...keys].filter((one) => one !== key)));
    hide();
    const back = { onUndo: show, onRefused: show, onUndoRefused: hide };
    send({ ...asked, label, undoable: true, onDone, ...back });
  }

  function refuse(refusal: Refusal, other?: number) {
    if (!row) return;
    const insight = insightKey(row.number);
    const label =
      other === undefined
        ? t("refused", { insight })
        : t("refusedPair", { insight, other: insightKey(other) });
    settle(refusal, { name: "proposal.refuse", input: refusal }, label);
  }
  return { open, refuse, confirm: settle };
}

export type Proposed = ReturnType<typeof useProposed>;

function leftOf(
  row: InsightRow,
  given: Proposals,
  isOpen: (insightId: string, kind: string, target: string) => boolean,
): Proposals | null {
  if (row.answer !== null) return null;
  const is = (kind: Refusal["kind"], target: string) => isOpen(row.id, kind, target);
  const options = given.tribe?.options.filter(({ tribe }) => is("tribe", tribe.id)) ?? [];
  const isFirst = options[0] === given.tribe?.options[0];
  const left: Proposals = {
    ...given,
    tribe:
      row.tribeId === null && options.length > 0
        ? {
            isSure: isFirst && given.tribe?.isSure === true,
            withdrawn: given.tribe?.withdrawn ?? null,
            options,
          }
        : null,
    themes: given.themes.filter(({ theme }) => is("theme", theme.id)),
    newTheme: given.newTheme && is("new-theme", given.newTheme.name) ? given.newTheme : null,
    duplicates: given.duplicates.filter(({ id }) => is("duplicate", id)),
    kind:
      given.kind && given.kind.code !== row.kind && is("kind", given.kind.code) ? given.kind : null,
    language: given.language && is("language", given.language.code) ? given.language : null,
    severity: given.severity && is("severity", given.severity.code) ? given.severity : null,
    customer: given.customer && is("customer", given.customer.customer.id) ? given.customer : null,
  };
  const { insightId: _, themes, duplicates, ...single } = left;
  const isEmpty = themes.length + duplicates.length === 0 && !Object.values(single).some(Boolean);
  return isEmpty ? null : left;
}
