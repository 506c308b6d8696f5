"use client";

import Link from "next/link";
import { BandGauge } from "#components/gauge/band-gauge.tsx";
import { GaugeShare } from "#components/gauge/gauge-cells.tsx";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { Wrench } from "#components/ui/icons.tsx";
import { TRIBE_EDGE, tribeHue } from "#components/ui/tribe-hue.ts";
import {
  bandsOf,
  type Card,
  effortOf,
  type Lane,
  type TrayCard,
  type TribeBoard,
} from "#lib/roadmap/board.ts";

/** One Tribe, rows with effort bars; a touch opens the form that moves. */
export function PhoneRoadmap({
  tribe,
  tray,
  isOpen,
  onChoose,
}: {
  tribe: TribeBoard;
  tray: readonly TrayCard[];
  isOpen: boolean;
  onChoose: (card: Card | TrayCard, lane: Lane | null) => void;
}) {
  const { t } = useRoadmapWords();
  const longest = Math.max(
    1,
    ...tribe.lanes.flatMap((lane) => lane.cards.map((card) => card.effortHalfMonths)),
  );
  const waiting = tray.filter((card) => card.tribeId === tribe.id);
  return (
    <div className="md:hidden">
      <section
        aria-label={t("gauge.tribe", { tribe: tribe.name })}
        className="border-b border-line px-4 py-3"
      >
        <BandGauge
          size="lg"
          name={tribe.name}
          {...effortOf(tribe.lanes)}
          {...bandsOf(tribe)}
          narrowedBy={tribe.name}
        />
      </section>
      {tribe.lanes.map((lane) => (
        <PhoneLane key={lane.teamId} {...{ tribe, lane, longest, isOpen, onChoose }} />
      ))}
      {isOpen && waiting.length > 0 ? (
        <section>
          <h2 className="border-b border-line bg-canvas px-4 py-2.5 font-semibold">
            {t("tray.title")}{" "}
            <span className="text-xs font-normal text-ink-muted">
              {t("tray.count", { count: waiting.length })}
            </span>
          </h2>
          <ul>
            {waiting.map((card) => (
              <PhoneRow
                key={card.initiativeId}
                card={card}
                halfMonths={card.leftHalfMonths}
                longest={longest}
                edge=""
                onChoose={() => onChoose(card, null)}
              />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function PhoneLane({
  tribe,
  lane,
  longest,
  isOpen,
  onChoose,
}: Omit<Parameters<typeof PhoneRoadmap>[0], "tray"> & { lane: Lane; longest: number }) {
  const { t, months, personMonths } = useRoadmapWords();
  const effort = effortOf([lane]);
  const bands = bandsOf(tribe, lane);
  const limit =
    lane.capacityHalfMonths === null
      ? t("lane.noCapacity")
      : personMonths(lane.capacityHalfMonths - lane.reserveHalfMonths);
  return (
    <section>
      <header className="flex min-h-10 items-center gap-2 border-b border-line bg-canvas px-4">
        <h2 className="font-semibold">{lane.name}</h2>
        <span className="text-xs text-ink-muted">
          {months(effort.totalHalfMonths)} / {limit}
        </span>
        <span className="ml-auto w-24">
          <BandGauge size="sm" name={lane.name} {...effort} {...bands} />
        </span>
        <span className="w-13 text-right text-xs">
          <GaugeShare {...effort} {...bands} />
        </span>
      </header>
      <ul>
        {lane.cards.map((card) => (
          <PhoneRow
            key={card.id}
            card={card}
            halfMonths={card.effortHalfMonths}
            longest={longest}
            edge={TRIBE_EDGE[tribeHue(tribe.position)]}
            onChoose={isOpen ? () => onChoose(card, lane) : null}
          />
        ))}
      </ul>
      {lane.cards.length === 0 ? (
        <p className="border-b border-line px-4 py-3 text-ink-muted">{t("lane.empty")}</p>
      ) : null}
    </section>
  );
}

function PhoneRow({
  card,
  halfMonths,
  longest,
  edge,
  onChoose,
}: {
  card: Card | TrayCard;
  halfMonths: number | null;
  longest: number;
  edge: string;
  onChoose: (() => void) | null;
}) {
  const { t, months, score, cardName, epicMark } = useRoadmapWords();
  const isTech = card.kind === "tech";
  const face = (
    <>
      <span className="sr-only">
        {cardName(card, halfMonths)}
        {onChoose ? `. ${t("move.verb")}` : ""}
      </span>
      <span aria-hidden className="flex min-w-0 items-center gap-1.5">
        {isTech ? (
          <Wrench aria-hidden size={14} strokeWidth={1.5} className="shrink-0 text-ink-muted" />
        ) : null}
        <span className="truncate">{card.title}</span>
      </span>
      <b aria-hidden className="text-right">
        {card.score === null ? "" : score(card.score)}
      </b>
      <span className="block h-2">
        <span
          style={{ width: `${(100 * (halfMonths ?? 0)) / longest}%` }}
          className={`block h-full rounded-flag ${isTech ? "bg-fill" : `border border-edge bg-surface ${edge && `border-l-3 ${edge}`}`}`}
        />
      </span>
      <span aria-hidden className="text-right text-xs text-ink-muted">
        {halfMonths === null ? "–" : months(halfMonths)}
      </span>
      {card.epic ? (
        <span aria-hidden className="col-span-2 truncate text-2xs text-ink-muted">
          {[epicMark(card.epic), card.epic.status].filter(Boolean).join(" · ")}
        </span>
      ) : null}
    </>
  );
  const layout =
    "grid min-h-13 w-full grid-cols-[minmax(0,1fr)_2.25rem] items-center gap-x-3 px-4 py-1.5 text-left";
  return (
    <li className="border-b border-line">
      {onChoose ? (
        <button
          type="button"
          onClick={onChoose}
          className={`${layout} focus-visible:-outline-offset-2`}
        >
          {face}
        </button>
      ) : (
        <Link href={`/initiatives/${card.number}`} className={layout}>
          {face}
        </Link>
      )}
    </li>
  );
}
