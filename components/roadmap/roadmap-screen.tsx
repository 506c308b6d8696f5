"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { useGaugeSentence } from "#components/gauge/use-gauge-sentence.ts";
import { CardStrip } from "#components/roadmap/card-strip.tsx";
import { cardElement } from "#components/roadmap/focus-card.ts";
import { MoveDialog } from "#components/roadmap/move-dialog.tsx";
import { PhoneRoadmap } from "#components/roadmap/phone-roadmap.tsx";
import { RoadmapContext } from "#components/roadmap/roadmap-context.ts";
import { RoadmapGauges } from "#components/roadmap/roadmap-gauges.tsx";
import { RoadmapHeader } from "#components/roadmap/roadmap-header.tsx";
import { Tray } from "#components/roadmap/tray.tsx";
import { TribeGroup } from "#components/roadmap/tribe-group.tsx";
import { useHold } from "#components/roadmap/use-hold.ts";
import { useLinks } from "#components/roadmap/use-links.ts";
import { useRoadmap } from "#components/roadmap/use-roadmap.ts";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import type { QuarterChoice } from "#components/shell/quarter-switcher.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { quarterName } from "#lib/quarter.ts";
import { type Board, bandsOf, effortOf, type Lane, lanesOf, tribeOf } from "#lib/roadmap/board.ts";
import { after, type Hold } from "#lib/roadmap/hold.ts";
import { trayId } from "#lib/roadmap/neighbour.ts";
import { asHold } from "#lib/roadmap/pick-up.ts";
import type { Roadmap } from "#lib/roadmap/reads/roadmap.ts";
import { countTopDown } from "#lib/roadmap/top-down-count.ts";

const LinkDialog = lazy(() => import("#components/roadmap/link-dialog.tsx"));

/** What a quarter holds, whether it fits, whether there is room for tech: and the hands that change it. */
export function RoadmapScreen({
  roadmap,
  choices,
  scope,
  mayLink,
}: {
  roadmap: Roadmap;
  choices: readonly QuarterChoice[];
  /** The Tribe that the address names; null: all. */
  scope: string | null;
  /** Whether this person may tie initiatives to key results and epics. */
  mayLink: boolean;
}) {
  const { t } = useRoadmapWords();
  const errors = useTranslations("errors");
  const { board, actions } = useRoadmap(roadmap);
  const [notice, setNotice] = useState("");
  const [form, setForm] = useState<Hold | null>(null);
  const shown: Board = {
    tribes: board.tribes.filter((tribe) => scope === null || tribe.code === scope),
    tray: board.tray.filter((card) => scope === null || card.tribeId === scopeId(board, scope)),
  };
  const refusalOf = (teamId: string) => {
    const id = tribeOf(board, teamId)?.id;
    return roadmap.tribes.find((tribe) => tribe.id === id)?.refusal ?? null;
  };
  const isOpen = (teamId: string) => refusalOf(teamId) === null;
  const hand = useHold({
    board: shown,
    actions,
    isOpen,
    onRefused: (teamId) => {
      const tribe = tribeOf(board, teamId)?.name ?? "";
      setNotice(
        errors(refusalOf(teamId) ?? "not-allowed", {
          tribe,
          quarter: quarterName(roadmap.quarter),
        }),
      );
    },
  });
  useFirstCardNear(hand.tabStop);
  const { hold, chosen } = hand;
  const links = useLinks(hold ? null : (chosen?.subject ?? null), mayLink);
  const next = useMemo(() => after(board, hold), [board, hold]);
  const atHand =
    board.tribes.find((tribe) => tribe.code === scope) ??
    (hold?.target ? tribeOf(board, hold.target.teamId) : null) ??
    board.tribes.find((tribe) => tribe.id === roadmap.homeTribeId) ??
    null;
  const scale = scaleOf(lanesOf(shown), hold);
  const mayDraft = roadmap.tribes.some((tribe) => tribe.refusal === null);
  const topDown = countTopDown([
    ...roadmap.plannedBefore,
    ...lanesOf(next).flatMap((lane) => lane.cards),
  ]);
  const phoneTribe = atHand ?? board.tribes[0];
  return (
    <RoadmapContext
      value={{
        hold,
        cursor: hand.cursor,
        tabStop: hand.tabStop,
        setCursor: hand.setCursor,
        isOpen,
        mayDraft,
        scale,
      }}
    >
      <div className="flex min-h-0 flex-1 flex-col [@media(min-width:64rem)_and_(min-height:40rem)]:h-dvh [@media(min-width:64rem)_and_(min-height:40rem)]:flex-none [@media(min-width:64rem)_and_(min-height:40rem)]:overflow-hidden">
        <RoadmapHeader
          {...{ roadmap, board, shown, choices, scope, actions }}
          commitTribe={atHand}
        />
        <RoadmapGauges
          tribe={atHand}
          board={board}
          next={next}
          topDown={topDown}
          quarter={roadmap.quarter}
        />
        <div className="grid min-h-0 flex-1 max-md:hidden lg:grid-cols-[minmax(0,1fr)_16.5rem] lg:grid-rows-1">
          <div className="min-h-0 overflow-y-auto">
            {board.tribes.length === 0 ? <NoTribe /> : null}
            {shown.tribes.map((tribe) => (
              <TribeGroup
                key={tribe.id}
                tribe={tribe}
                next={next.tribes.find((one) => one.id === tribe.id) ?? tribe}
                actions={actions}
                mayLead={roadmap.tribes.some((one) => one.id === tribe.id && one.mayCommit)}
              />
            ))}
          </div>
          <Tray cards={shown.tray} />
        </div>
        {phoneTribe ? (
          <PhoneRoadmap
            tribe={phoneTribe}
            tray={board.tray}
            isOpen={phoneTribe.lanes.some((lane) => isOpen(lane.teamId))}
            onChoose={(card, lane) =>
              setForm(
                asHold(board, lane && "id" in card ? card.id : trayId(card.initiativeId), "keys"),
              )
            }
          />
        ) : (
          <div className="md:hidden">
            <NoTribe />
          </div>
        )}
        <Announcement hold={hold} board={board} next={next} notice={notice} />
        <CardStrip
          hold={hold ?? chosen}
          isHeld={hold !== null}
          isOpen={
            chosen ? isOpen(chosen.target?.teamId ?? "") || (!chosen.from && mayDraft) : false
          }
          onPick={hand.pickOrPutDown}
          onRelease={hand.release}
          onResize={hand.resize}
          onTakeOut={hand.takeOut}
          onForm={() => setForm(chosen)}
          onLink={mayLink && chosen && !hold ? links.open : null}
        />
        {form ? (
          <MoveDialog
            board={board}
            hold={form}
            actions={actions}
            onClose={() => setForm(null)}
            onLink={
              mayLink
                ? (tie) => {
                    setForm(null);
                    links.open(tie, form.subject);
                  }
                : null
            }
          />
        ) : null}
        {links.tying ? (
          <Suspense>
            <LinkDialog tying={links.tying} quarter={roadmap.quarter} onClose={links.close} />
          </Suspense>
        ) : null}
        {mayDraft ? <p className="sr-only">{t("legend.help")}</p> : null}
      </div>
    </RoadmapContext>
  );
}

/** Who opens the roadmap has its first card one Tab away: the hand begins at that card's lane. */
function useFirstCardNear(cardId: string | null) {
  const first = useRef(cardId);
  useEffect(() => {
    if (!first.current || document.activeElement !== document.body) return;
    cardElement(first.current)?.closest("ul")?.focus({ preventScroll: true });
  }, []);
}

function NoTribe() {
  const { t } = useRoadmapWords();
  return (
    <EmptyState
      title={t("noTribe.title")}
      action={<ButtonLink href="/tribes">{t("noTribe.action")}</ButtonLink>}
    >
      {t("noTribe.text")}
    </EmptyState>
  );
}

/** Said once a lane or rank, never once a pixel. */
function Announcement({
  hold,
  board,
  next,
  notice,
}: {
  hold: Hold | null;
  board: Board;
  next: Board;
  notice: string;
}) {
  const { t } = useRoadmapWords();
  const teamId = hold?.target?.teamId ?? "";
  const tribe = tribeOf(board, teamId) ?? board.tribes[0];
  const then = next.tribes.find((one) => one.id === tribe?.id);
  const sentence = useGaugeSentence({
    name: tribe?.name ?? "",
    ...effortOf(tribe?.lanes ?? []),
    ...bandsOf(tribe ?? { band: { low: 20, high: 50 } }),
    whatIf: then ? effortOf(then.lanes) : null,
  });
  const lane = lanesOf(board).find((one) => one.teamId === teamId);
  const spoken =
    hold && lane
      ? `${t("announce", {
          title: hold.subject.title,
          team: lane.name,
          rank: (hold.target?.index ?? 0) + 1,
        })} ${sentence}`
      : "";
  return (
    <div role="status" className="shrink-0 max-md:sr-only">
      <span className="sr-only">{spoken}</span>
      {!hold && notice ? (
        <p className="border-t border-line px-6 py-1.5 text-bad">{notice}</p>
      ) : null}
    </div>
  );
}

/** One scale for all lanes, in half person-months: the longest with its free room in words still fits. */
function scaleOf(lanes: readonly Lane[], hold: Hold | null): number {
  const longest = lanes.map((lane) => {
    const taken = effortOf([lane]).totalHalfMonths;
    const wall = (lane.capacityHalfMonths ?? 0) - lane.reserveHalfMonths;
    return Math.max(taken, wall);
  });
  const room = hold && !hold.from ? hold.effortHalfMonths : 0;
  return Math.max(16, ...longest) + Math.max(3, Math.min(room, 4));
}

function scopeId(board: Board, code: string): string | undefined {
  return board.tribes.find((tribe) => tribe.code === code)?.id;
}
