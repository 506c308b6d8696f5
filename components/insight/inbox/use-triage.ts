import { useTranslations } from "next-intl";
import type { Dispatch } from "react";
import { send } from "#components/commands/command-queue.ts";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import type { ChangedRows, InboxStep, RowChange } from "#components/insight/inbox/inbox-state.ts";
import type { Asked } from "#lib/commands.ts";
import type { Named } from "#lib/insights/answer-names.ts";
import type { InsightKind } from "#lib/insights/kinds.ts";
import { insightKey } from "#lib/insights/number.ts";
import type { InsightRow, TribeChoice } from "#lib/insights/views.ts";

/**
 * What can be done to rows: shown at once, then sent; put back when undone or refused. `onDone` when the server has
 * answered, for a page that shows what it says.
 */
export function useTriage(dispatch: Dispatch<InboxStep>, onDone?: () => void) {
  const t = useTranslations("insights");
  const format = useFormatter();

  function act(rows: readonly InsightRow[], sent: Sent) {
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    const show = () =>
      dispatch({
        type: "change",
        operationId,
        parts: sent.parts ?? [{ ids, change: sent.change }],
      });
    const operationId = send({
      ...sent.asked(ids),
      label: sent.label,
      undoable: true,
      ...(onDone ? { onDone } : {}),
      onUndo: () => dispatch({ type: "restore", operationId, follow: true }),
      onRefused: () => dispatch({ type: "restore", operationId, follow: false }),
      onUndoRefused: show,
    });
    show();
  }

  const named = (rows: readonly InsightRow[]) => ({
    count: rows.length,
    insight: rows[0] ? insightKey(rows[0].number) : "",
  });

  return {
    give(rows: readonly InsightRow[], tribe: TribeChoice, reason?: string) {
      const moving = rows.filter((row) => row.tribeId !== tribe.id);
      const froms = new Set(moving.map((row) => row.tribeId));
      const [from = null] = froms;
      act(moving, {
        asked: (ids) => ({
          name: "insight.assign",
          input: {
            ids,
            tribeId: tribe.id,
            ...(froms.size === 1 ? { from } : {}),
            ...(reason ? { reason } : {}),
          },
        }),
        change: { tribeId: tribe.id, teamId: null, quarter: null, snoozedUntil: null },
        label: t("done.assigned", { ...named(moving), tribe: tribe.name }),
      });
    },
    /** Each to the Tribe that was proposed for it: one act, taken back by one. */
    confirm(given: readonly { row: InsightRow; tribe: { id: string; name: string } }[]) {
      const rows = given.map(({ row }) => row);
      const groups = Map.groupBy(given, ({ tribe }) => tribe.id);
      act(rows, {
        asked: () => ({
          name: "proposal.confirm",
          input: { insights: given.map(({ row, tribe }) => ({ id: row.id, tribeId: tribe.id })) },
        }),
        parts: [...groups].map(([tribeId, group]) => ({
          ids: group.map(({ row }) => row.id),
          change: { tribeId, teamId: null, quarter: null, snoozedUntil: null },
        })),
        label: t("done.confirmed", { ...named(rows), tribe: given[0]?.tribe.name ?? "" }),
      });
    },
    /** Under a theme, and those that wait for a Tribe to the theme's: one act, taken back by one. */
    groupAndGive(
      rows: readonly InsightRow[],
      theme: { id: string; title: string },
      tribe: { id: string; name: string },
    ) {
      const waiting = rows.filter(isWaiting).map(({ id }) => id);
      act(rows, {
        asked: (insightIds) => ({
          name: "theme.group",
          input: { themeId: theme.id, insightIds, andTribe: true },
        }),
        parts: [
          {
            ids: waiting,
            change: { tribeId: tribe.id, teamId: null, quarter: null, snoozedUntil: null },
          },
        ],
        label: t("done.groupedAndGiven", {
          ...named(rows),
          theme: theme.title,
          tribe: tribe.name,
        }),
      });
    },
    giveBack(rows: readonly InsightRow[]) {
      act(rows, {
        asked: (ids) => ({ name: "insight.return", input: { ids, was: tribesOf(rows) } }),
        change: { tribeId: null, teamId: null, quarter: null },
        label: t("done.returned", named(rows)),
      });
    },
    answer(rows: readonly InsightRow[], given: Named) {
      const { answer } = given;
      act(rows, {
        asked: (ids) => ({
          name: "insight.answer",
          input: { ...given, ids, was: answersOf(rows) },
        }),
        change: { answer, answeredAt: null },
        label: t("done.answered", { ...named(rows), answer: t(`answers.${answer}`) }),
      });
    },
    reopen(rows: readonly InsightRow[]) {
      act(rows, {
        asked: (ids) => ({ name: "insight.reopen", input: { ids, was: answersOf(rows) } }),
        change: { answer: null, answeredAt: null },
        label: t("done.reopened", named(rows)),
      });
    },
    snooze(rows: readonly InsightRow[], until: string | null) {
      const day = until
        ? format.dateTime(new Date(`${until}T12:00:00Z`), {
            day: "numeric",
            month: "long",
            timeZone: "UTC",
          })
        : "";
      act(rows, {
        asked: (ids) => ({ name: "insight.snooze", input: { ids, until, was: daysOf(rows) } }),
        change: { snoozedUntil: until },
        label: t(until ? "done.snoozed" : "done.woken", { ...named(rows), day }),
      });
    },
    setKind(rows: readonly InsightRow[], kind: InsightKind) {
      act(rows, {
        asked: (ids) => ({ name: "insight.edit-kind", input: { ids, kind, was: kindsOf(rows) } }),
        change: { kind },
        label: t("done.kind", { ...named(rows), kind: t(`kind.${kind}`) }),
      });
    },
    part(rows: readonly InsightRow[]) {
      act(rows, {
        asked: (ids) => ({ name: "insight.part", input: { ids } }),
        change: {},
        label: t("done.parted", named(rows)),
      });
    },
    merge(rows: readonly InsightRow[], into: { id: string; number: number }) {
      act(rows, {
        asked: (ids) => ({ name: "insight.merge", input: { ids, intoId: into.id } }),
        change: { mergedIntoId: into.id },
        label: t("done.merged", { ...named(rows), into: insightKey(into.number) }),
      });
    },
  };
}

/** For a Tribe: none has it, and nobody answered it. */
export const isWaiting = ({ tribeId, answer }: InsightRow) => tribeId === null && answer === null;

/** What the screen shows of each, so that who was faster is not undone unseen. */
const shownOf =
  <Value>(of: (row: InsightRow) => Value | null) =>
  (rows: readonly InsightRow[]): Record<string, Value> =>
    Object.fromEntries(
      rows.flatMap((row) => {
        const value = of(row);
        return value === null ? [] : [[row.id, value]];
      }),
    );
const tribesOf = shownOf(({ tribeId }) => tribeId);
const kindsOf = shownOf(({ kind }) => kind);
const daysOf = shownOf(({ snoozedUntil }) => snoozedUntil);
const answersOf = shownOf(({ answer, answeredAt: at }) => (answer ? { answer, at } : null));

type Sent = { asked: (ids: string[]) => Asked; label: string } & (
  | { change: RowChange; parts?: undefined }
  /** Where not all rows change alike. */
  | { parts: readonly ChangedRows[]; change?: undefined }
);

export type Triage = ReturnType<typeof useTriage>;
