"use client";

import Link from "next/link";
import { ChangesPopover } from "#components/roadmap/changes-popover.tsx";
import { QuarterActs } from "#components/roadmap/quarter-acts.tsx";
import { useAnswer } from "#components/roadmap/use-answer.ts";
import type { RoadmapActions } from "#components/roadmap/use-roadmap.ts";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { type QuarterChoice, QuarterSwitcher } from "#components/shell/quarter-switcher.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import type { Board, TribeBoard } from "#lib/roadmap/board.ts";
import { changesSince } from "#lib/roadmap/changes.ts";
import type { Roadmap } from "#lib/roadmap/reads/roadmap.ts";

type Props = {
  roadmap: Roadmap;
  board: Board;
  /** The part of the board that the address asks for. */
  shown: Board;
  choices: readonly QuarterChoice[];
  scope: string | null;
  actions: RoadmapActions;
  /** The Tribe that would be committed. */
  commitTribe: TribeBoard | null;
};

export function RoadmapHeader({
  roadmap,
  board,
  shown,
  choices,
  scope,
  actions,
  commitTribe,
}: Props) {
  const { t } = useRoadmapWords();
  const answer = useAnswer(shown, shown.tray.length);
  const ofOne = {
    tribes: commitTribe ? [commitTribe] : [],
    tray: board.tray.filter((card) => card.tribeId === commitTribe?.id),
  };
  const phoneAnswer = useAnswer(ofOne, ofOne.tray.length);
  const kept = roadmap.tribes.find((tribe) => tribe.id === commitTribe?.id);
  const published = kept?.pictures.findLast(({ reason }) => reason === "commit");
  const changes =
    published && commitTribe ? changesSince(published.picture, commitTribe.lanes) : [];
  return (
    <>
      <PageHeader
        crumb={
          <>
            {t("title")}
            <QuarterSwitcher shown={roadmap.quarter} choices={choices} />
            <TribeFilter roadmap={roadmap} scope={scope} />
            <Standing tribe={kept} hasChanges={changes.length > 0} />
          </>
        }
        answer={
          <>
            <span className="max-md:hidden">{answer}</span>
            <span className="md:hidden">{phoneAnswer}</span>
          </>
        }
        actions={
          <>
            {kept && commitTribe && kept.pictures.length > 0 ? (
              <ChangesPopover pictures={kept.pictures} lanes={commitTribe.lanes} />
            ) : null}
            {kept?.mayCommit && commitTribe ? (
              <QuarterActs
                tribe={commitTribe}
                quarter={roadmap.quarter}
                hasChanges={changes.length > 0}
                mayWithdraw={kept.mayWithdraw}
                mayClose={roadmap.isEnding}
                actions={actions}
              />
            ) : null}
          </>
        }
      />
      <PhoneTabs board={board} quarter={roadmap.quarter} shown={commitTribe} />
    </>
  );
}

function TribeFilter({ roadmap, scope }: { roadmap: Roadmap; scope: string | null }) {
  const { t } = useRoadmapWords();
  const path = `/roadmap/${roadmap.quarter}`;
  return (
    <nav aria-label={t("filter.label")} className="flex flex-wrap items-center gap-1 max-md:hidden">
      <Link
        href={path}
        aria-current={scope === null ? "page" : undefined}
        className="rounded-chip px-1.5 leading-5 hover:bg-sunk aria-[current]:font-semibold aria-[current]:text-ink"
      >
        {t("filter.all")}
      </Link>
      {roadmap.tribes.map((tribe) => (
        <Link
          key={tribe.id}
          href={`${path}?tribe=${tribe.code}`}
          aria-current={scope === tribe.code ? "page" : undefined}
          className="inline-grid h-6 min-w-8 place-items-center rounded-chip px-0.5 hover:bg-sunk"
        >
          <TribeFlag
            name={tribe.name}
            letters={tribe.code}
            position={tribe.position}
            proposed={scope !== tribe.code}
          />
        </Link>
      ))}
    </nav>
  );
}

function Standing({
  tribe,
  hasChanges,
}: {
  tribe: Roadmap["tribes"][number] | undefined;
  hasChanges: boolean;
}) {
  const { t, format } = useRoadmapWords();
  if (!tribe) return null;
  const day = tribe.committedAt
    ? format.dateTime(new Date(tribe.committedAt), { day: "numeric", month: "long" })
    : "";
  return (
    <span>
      {tribe.state === "committed" && tribe.committedAt
        ? t("standing.committed", {
            tribe: tribe.name,
            day,
            by: tribe.committedBy ?? "none",
            revision: hasChanges ? "yes" : "no",
          })
        : t(`standing.${tribe.state === "closed" ? "closed" : "draft"}`, { tribe: tribe.name })}
    </span>
  );
}

/** On a phone one Tribe at a time. */
function PhoneTabs({
  board,
  quarter,
  shown,
}: {
  board: Board;
  quarter: string;
  shown: TribeBoard | null;
}) {
  const { t } = useRoadmapWords();
  return (
    <nav
      aria-label={t("filter.label")}
      className="flex h-11 gap-4 overflow-x-auto border-b border-line px-4 md:hidden"
    >
      {board.tribes.map((tribe) => (
        <Link
          key={tribe.id}
          href={`/roadmap/${quarter}?tribe=${tribe.code}`}
          aria-current={tribe.id === shown?.id ? "page" : undefined}
          className="-mb-px inline-flex min-w-11 items-center justify-center border-b-2 border-transparent aria-[current]:border-ink"
        >
          <TribeFlag
            name={tribe.name}
            letters={tribe.code}
            position={tribe.position}
            proposed={tribe.id !== shown?.id}
          />
        </Link>
      ))}
    </nav>
  );
}
