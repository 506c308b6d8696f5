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
import { undoLast } from "#components/commands/command-queue.ts";
import type { May } from "#components/insight/acts/acts.ts";
import { ActsOpen } from "#components/insight/acts/acts-open.tsx";
import { Dock } from "#components/insight/acts/dock.tsx";
import { useActs } from "#components/insight/acts/use-acts.ts";
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
import { useComment } from "#components/insight/inbox/use-comment.ts";
import { useCounts } from "#components/insight/inbox/use-counts.ts";
import { useDetails } from "#components/insight/inbox/use-details.ts";
import { useMore } from "#components/insight/inbox/use-more.ts";
import { useOpenInAddress } from "#components/insight/inbox/use-open-in-address.ts";
import { useReading } from "#components/insight/inbox/use-reading.ts";
import { useTriage } from "#components/insight/inbox/use-triage.ts";
import { goToProposals } from "#components/insight/proposed/proposal-keys.ts";
import { Proposed, wordsOf } from "#components/insight/proposed/proposed.tsx";
import { ProposedTribe } from "#components/insight/proposed/proposed-tribe.tsx";
import { useProposals } from "#components/insight/proposed/use-proposals.ts";
import { useProposed } from "#components/insight/proposed/use-proposed.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { classNames } from "#components/ui/class-names.ts";
import type { Point } from "#components/ui/context-menu.tsx";
import type { ListFilter } from "#lib/insights/list/address.ts";
import { insightKey } from "#lib/insights/number.ts";
import type { InsightDetail, InsightRow, TribeChoice } from "#lib/insights/views.ts";

const RowMenu = lazy(() => import("#components/insight/acts/row-menu.tsx"));

export type InboxProps = {
  rows: InsightRow[];
  /** Exact up to 1,000; 1,001 stands for more; null while only the server could count. */
  total: number | null;
  next: string | null;
  /** What the pane shows of the insight that is open first. */
  coming: Promise<InsightDetail[]> | null;
  openId: string | null;
  /** The address names it: on a phone it is read at once. */
  isNamed: boolean;
  filter: ListFilter;
  /** The filter as its address has it. */
  query: string;
  tribes: TribeChoice[];
  today: string;
  /** An instant: ages are counted from it, on the server and here. */
  now: string;
  viewerName: string;
  may: May;
  header: Omit<
    React.ComponentProps<typeof InboxHeader>,
    "count" | "isAtLeast" | "searchRef" | "filterRef" | "dutyRef" | "sure" | "onConfirmSure"
  >;
};

/** As this person left it a moment ago, else as the address has it. */
function begin(given: InboxProps, left: InboxState | undefined): InboxState {
  const { rows, next, openId, filter, today } = given;
  if (left) return returned(left, { given: rows, next, today });
  return firstState({ list: filter.state, today, given: rows, next, cursorId: openId });
}

/** List and reading pane. A key or a press changes what is here at once; the queue tells the server. */
export function Inbox(props: InboxProps) {
  const { filter, tribes, today, may, query } = props;
  const t = useTranslations("insights");
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
  const [menuAt, setMenuAt] = useState<Point | null>(null);
  const commentRef = useRef<HTMLTextAreaElement>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const filterRef = useRef<HTMLButtonElement>(null);
  const dutyRef = useRef<HTMLButtonElement>(null);
  const { isReading, read, stop } = useReading(props.isNamed);
  const { details, reload, ...comments } = useDetails(state.given, first);
  const more = useMore(state, query, dispatch);
  const triage = useTriage(dispatch);
  const row = state.rows.find(({ id }) => id === state.cursorId);
  const targets = targetsOf(state);
  const acts = useActs({ rows: targets, tribes, today, may, triage, listed: state.rows });
  const onComment = useComment(row, props.viewerName, comments);
  const { proposals, refresh } = useProposals(state.rows, state.cursorId);
  const proposed = useProposed(row, proposals, refresh);
  const confirmSure = useRef(acts.confirmSure);
  useEffect(() => {
    confirmSure.current = acts.confirmSure;
  });
  const onConfirmSure = useCallback(() => confirmSure.current(), []);
  const onGrouped = (ids: string[]) => {
    reload(ids);
    refresh();
  };
  // Of the row that is read, as long as the hand is on no others.
  const isAlone = row !== undefined && targets.length === 1 && targets[0] === row;
  const open = isAlone ? proposed.open : null;
  const ties = isAlone ? { row, acts, proposed, onGrouped } : null;
  const { count, isAtLeast, counts } = useCounts(state, {
    total: props.total,
    query,
    counts: props.header.counts,
  });
  useOpenInAddress(row, query, isReading);
  useEffect(() => leaveList(query, state));
  // What was done to the insight meanwhile shows in its row.
  useEffect(() => (left ? router.refresh() : undefined), [left, router]);

  const onGo = useCallback(
    (to: InsightRow, { shiftKey, ctrlKey, metaKey }: MouseEvent) => {
      if (shiftKey) return dispatch({ type: "reach", id: to.id });
      if (ctrlKey || metaKey) return dispatch({ type: "toggle", id: to.id });
      dispatch({ type: "go", id: to.id });
      read();
    },
    [read],
  );
  const onToggle = useCallback((id: string) => dispatch({ type: "toggle", id }), []);
  const onMenu = useCallback((id: string, at: Point) => {
    dispatch({ type: "point", id });
    setMenuAt(at);
  }, []);
  const closeMenu = useCallback(() => setMenuAt(null), []);
  const comment = () => {
    read();
    // After a menu has given the focus back, and on a phone once the text is there.
    setTimeout(() => commentRef.current?.focus());
  };

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
    open: () => {
      if (row && !goToProposals()) router.push(`/insights/${insightKey(row.number)}`);
    },
    back: () => dispatch({ type: "clear" }),
    filter: () => filterRef.current?.click(),
    duty: () => dutyRef.current?.click(),
  });
  useKeys(
    "screen",
    { comment: () => commentRef.current?.focus() },
    { subject: row && targets.length === 1 ? insightKey(row.number) : undefined },
  );

  return (
    <div className="flex min-h-0 flex-1 flex-col md:h-dvh md:flex-none">
      <div className={row && isReading ? "max-md:hidden" : "contents"}>
        <InboxHeader
          {...props.header}
          counts={counts}
          count={count}
          isAtLeast={isAtLeast}
          sure={acts.sure}
          onConfirmSure={onConfirmSure}
          searchRef={searchRef}
          filterRef={filterRef}
          dutyRef={dutyRef}
        />
      </div>
      <div className="grid min-h-0 flex-1 md:grid-cols-[minmax(0,570fr)_minmax(0,522fr)] md:grid-rows-[minmax(0,1fr)]">
        <div
          className={classNames(
            "flex min-h-0 min-w-0 flex-col",
            row && isReading && "max-md:hidden",
          )}
        >
          <InboxList
            state={state}
            tribes={tribes}
            now={now}
            filter={filter}
            more={more}
            onGo={onGo}
            onToggle={onToggle}
            onMenu={onMenu}
          />
          <InboxNews state={state} query={query} />
          {acts.offered.length > 0 && state.selected.size > 0 ? (
            <InboxStrip
              count={state.selected.size}
              acts={acts}
              onClear={() => dispatch({ type: "clear" })}
            />
          ) : null}
        </div>
        <ReadingPane
          row={row}
          isReading={isReading}
          detail={row ? details.get(row.id) : undefined}
          coming={row && row.id === first?.id ? first.coming : null}
          tribes={tribes}
          today={today}
          position={positionOf(t, state.rows, row, isAtLeast ? `${count}+` : `${count}`)}
          commentRef={commentRef}
          onComment={onComment}
          onMove={(by) => dispatch({ type: "move", by })}
          onBack={stop}
          proposed={open && ties ? <Proposed proposals={open} ties={ties} /> : null}
          shared={open ? wordsOf(open) : []}
          dock={
            <Dock
              acts={acts}
              proposed={
                open?.tribe && ties ? <ProposedTribe tribe={open.tribe} ties={ties} /> : null
              }
              onComment={comment}
            />
          }
        />
      </div>
      <ActsOpen acts={acts} tribes={tribes} today={today} onGrouped={onGrouped} />
      <Suspense>
        {menuAt ? (
          <RowMenu acts={acts} at={menuAt} onComment={comment} onClose={closeMenu} />
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
