"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  lazy,
  type MouseEvent,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from "react";
import { send, undoLast } from "#components/commands/command-queue.ts";
import { useAsked } from "#components/form/use-asked.ts";
import { leftTribe } from "#components/insight/dialogs/left-tribe.ts";
import { InboxHeader } from "#components/insight/inbox/inbox-header.tsx";
import { InboxList } from "#components/insight/inbox/inbox-list.tsx";
import { InboxNews } from "#components/insight/inbox/inbox-news.tsx";
import {
  firstState,
  type InboxState,
  returned,
  step,
  targetsOf,
} from "#components/insight/inbox/inbox-state.ts";
import { InboxStrip } from "#components/insight/inbox/inbox-strip.tsx";
import { leaveList, listComeBackTo } from "#components/insight/inbox/left-lists.ts";
import { ReadingPane } from "#components/insight/inbox/reading-pane.tsx";
import type { TriageDialog } from "#components/insight/inbox/triage-dialogs.tsx";
import { useDetails } from "#components/insight/inbox/use-details.ts";
import { useMore } from "#components/insight/inbox/use-more.ts";
import { useOpenInAddress } from "#components/insight/inbox/use-open-in-address.ts";
import { useTriage } from "#components/insight/inbox/use-triage.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import * as z from "#lib/browser-zod.ts";
import type { ListFilter, ListState } from "#lib/insights/list/address.ts";
import { insightKey } from "#lib/insights/number.ts";
import type { InsightDetail, InsightRow, TribeChoice } from "#lib/insights/views.ts";

const countSaid = z.object({ total: z.number() });

const TriageDialogs = lazy(() => import("#components/insight/inbox/triage-dialogs.tsx"));

export type InboxProps = {
  rows: InsightRow[];
  /** Exact up to 1,000; 1,001 stands for more; null while only the server could count. */
  total: number | null;
  next: string | null;
  /** What the pane shows of the insight that is open first. */
  coming: Promise<InsightDetail[]> | null;
  openId: string | null;
  filter: ListFilter;
  /** The filter as its address has it. */
  query: string;
  tribes: TribeChoice[];
  today: string;
  /** An instant: ages are counted from it, on the server and here. */
  now: string;
  viewerName: string;
  canTriage: boolean;
  header: Omit<
    React.ComponentProps<typeof InboxHeader>,
    "count" | "isAtLeast" | "searchRef" | "filterRef"
  >;
};

/** As this person left it a moment ago, else as the address has it. */
function begin(given: InboxProps, left: InboxState | undefined): InboxState {
  const { rows, next, openId, filter, today } = given;
  if (left) return returned(left, { given: rows, next, today });
  return firstState({ list: filter.state, today, given: rows, next, cursorId: openId });
}

/** List and reading pane. A key changes what is here at once; the queue tells the server. */
export function Inbox(props: InboxProps) {
  const { filter, tribes, today, canTriage, query } = props;
  const t = useTranslations("insights");
  const words = useTranslations("comments");
  const router = useRouter();
  const [left] = useState(() => listComeBackTo(query));
  const [state, dispatch] = useReducer(step, props, (given) => begin(given, left));
  const [from, setFrom] = useState(props.rows);
  // The server's word replaces ours whenever a newer one arrives.
  if (from !== props.rows) {
    setFrom(props.rows);
    dispatch({ type: "arrive", rows: props.rows, next: props.next });
  }
  const now = useMemo(() => new Date(props.now), [props.now]);
  // The first one only: what a later answer of the server brings is fetched like all others.
  const [first] = useState(
    props.openId && props.coming ? { id: props.openId, coming: props.coming } : null,
  );
  const [dialog, setDialog] = useState<TriageDialog | null>(null);
  const commentRef = useRef<HTMLTextAreaElement>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const filterRef = useRef<HTMLButtonElement>(null);
  const { details, addComment, removeComment, reload } = useDetails(state.given, first);
  const more = useMore(state, query, dispatch);
  const triage = useTriage(dispatch);
  const row = state.rows.find(({ id }) => id === state.cursorId);
  const targets = targetsOf(state);
  const gone = state.given.length - state.rows.length - state.uncounted;
  const counted = useAsked(
    props.total === null ? `/api/insights/count?${query}` : null,
    countSaid,
    0,
  );
  const known = props.total ?? counted?.answer.total ?? null;
  // Until it is counted, there are at least those that are here.
  const total = Math.max(0, (known ?? state.given.length) - gone);
  const isAtLeast = known === null || known > 1000;
  const counts = useMemo(
    () => countsWithout(props.header.counts, filter.state, gone),
    [props.header.counts, filter.state, gone],
  );
  useOpenInAddress(row, query);
  useEffect(() => leaveList(query, state));
  // What was done to the insight meanwhile shows in its row.
  useEffect(() => (left ? router.refresh() : undefined), [left, router]);

  function give(tribe: TribeChoice | undefined) {
    if (!tribe) return;
    if (leftTribe(targets, tribes, tribe)) setDialog({ name: "give", tribe });
    else triage.give(targets, tribe);
  }
  function comment(body: string, mentions: string[]) {
    if (!row) return;
    const { id } = row;
    const commentId = crypto.randomUUID();
    addComment(id, { id: commentId, author: props.viewerName, body, at: new Date().toISOString() });
    const takeBack = () => removeComment(id, commentId);
    send({
      name: "comment.write",
      input: { on: "insight", id, body, mentions },
      label: words("done"),
      undoable: true,
      onUndo: takeBack,
      onRefused: takeBack,
    });
  }
  const ask = (name: TriageDialog["name"]) => () =>
    targets.length > 0 ? setDialog({ name }) : undefined;
  const onGo = useCallback(
    (to: InsightRow, { shiftKey, ctrlKey, metaKey }: MouseEvent) => {
      if (shiftKey) dispatch({ type: "reach", id: to.id });
      else if (ctrlKey || metaKey) dispatch({ type: "toggle", id: to.id });
      else if (matchMedia("(width < 44rem)").matches)
        router.push(`/insights/${insightKey(to.number)}`);
      else dispatch({ type: "go", id: to.id });
    },
    [router],
  );
  const onToggle = useCallback((id: string) => dispatch({ type: "toggle", id }), []);

  useKeys("anywhere", {
    undo: () => (undoLast() ? undefined : false),
    search: () => searchRef.current?.select(),
  });
  useKeys("list", {
    next: () => dispatch({ type: "move", by: 1 }),
    previous: () => dispatch({ type: "move", by: -1 }),
    extendDown: () => dispatch({ type: "extend", by: 1 }),
    extendUp: () => dispatch({ type: "extend", by: -1 }),
    select: () => (state.cursorId ? dispatch({ type: "toggle", id: state.cursorId }) : undefined),
    open: () => (row ? router.push(`/insights/${insightKey(row.number)}`) : undefined),
    back: () => dispatch({ type: "clear" }),
    filter: () => filterRef.current?.click(),
  });
  const subject = targets.length === 1 && targets[0] ? insightKey(targets[0].number) : undefined;
  useKeys(
    "triage",
    {
      assignDigit: ({ digit }) => give(digit ? tribes[digit - 1] : undefined),
      assign: ask("give"),
      answered: ask("answer"),
      decline: ask("decline"),
      snooze: ask("snooze"),
      merge: ask("merge"),
      theme: ask("theme"),
    },
    { subject, digits: tribes.map(({ name }) => name), enabled: canTriage },
  );
  useKeys("screen", { comment: () => commentRef.current?.focus() }, { subject });

  return (
    <div className="flex min-h-0 flex-1 flex-col md:h-dvh md:flex-none">
      <InboxHeader
        {...props.header}
        counts={counts}
        count={isAtLeast ? Math.min(total, 1000) : total}
        isAtLeast={isAtLeast}
        searchRef={searchRef}
        filterRef={filterRef}
      />
      <div className="grid min-h-0 flex-1 md:grid-rows-[minmax(0,1fr)] md:grid-cols-[minmax(0,1.32fr)_minmax(0,1fr)]">
        <div className="flex min-h-0 min-w-0 flex-col">
          <InboxList
            state={state}
            tribes={tribes}
            now={now}
            filter={filter}
            more={more}
            onGo={onGo}
            onToggle={onToggle}
          />
          <InboxNews state={state} query={query} />
          {canTriage && state.selected.size > 0 ? (
            <InboxStrip
              count={state.selected.size}
              tribes={tribes}
              onClear={() => dispatch({ type: "clear" })}
              onGive={give}
              onAsk={setDialog}
            />
          ) : null}
        </div>
        <ReadingPane
          row={row}
          detail={row ? details.get(row.id) : undefined}
          coming={row && row.id === first?.id ? first.coming : null}
          tribes={tribes}
          today={today}
          position={positionOf(
            t,
            state.rows,
            row,
            isAtLeast ? `${Math.min(total, 1000)}+` : `${total}`,
          )}
          commentRef={commentRef}
          onComment={comment}
        />
      </div>
      <Suspense>
        {dialog ? (
          <TriageDialogs
            dialog={dialog}
            rows={targets}
            tribes={tribes}
            today={today}
            triage={triage}
            onGrouped={reload}
            onClose={() => setDialog(null)}
          />
        ) : null}
      </Suspense>
    </div>
  );
}

function positionOf(
  t: ReturnType<typeof useTranslations<"insights">>,
  rows: readonly InsightRow[],
  row: InsightRow | undefined,
  total: string,
): string {
  return row ? t("list.position", { at: rows.indexOf(row) + 1, total }) : "";
}

function countsWithout(
  counts: Partial<Record<ListState, number>>,
  state: ListState,
  gone: number,
): Partial<Record<ListState, number>> {
  const count = counts[state];
  return count === undefined || count > 1000
    ? counts
    : { ...counts, [state]: Math.max(0, count - gone) };
}
