"use client";

import Link from "next/link";
import { useState } from "react";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { GitCompare } from "#components/ui/icons.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Lane } from "#lib/roadmap/board.ts";
import { type Change, changesSince } from "#lib/roadmap/changes.ts";
import { baselineOf } from "#lib/roadmap/promise.ts";
import type { KeptPicture } from "#lib/roadmap/reads/roadmap.ts";

const BUTTON_ID = "roadmap-changes";

/** What changed since the quarter was first committed, or since a revision or its second week; and which pictures there are. */
export function ChangesPopover({
  pictures,
  lanes,
}: {
  pictures: readonly KeptPicture[];
  lanes: readonly Lane[];
}) {
  const { t, format } = useRoadmapWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const words = usePictureWords(pictures);
  useKeys("screen", { compare: () => document.getElementById(BUTTON_ID)?.click() });
  const bases = pictures.filter(({ reason }) => reason !== "close");
  const base = bases.find(({ id }) => id === chosen) ?? baselineOf(pictures);
  const changes = base ? changesSince(base.picture, lanes) : [];
  return (
    <Popover
      label={t("changes.title")}
      button={t("changes.button", { count: changes.length, since: base?.reason ?? "commit" })}
      trigger={{
        id: BUTTON_ID,
        variant: "quiet",
        keys: "b",
        icon: <GitCompare aria-hidden size={16} strokeWidth={1.5} />,
      }}
      className="max-h-[70vh] w-96 max-w-[calc(100vw-2rem)] overflow-y-auto"
    >
      <h2 className="mb-2 font-semibold">{t("changes.title")}</h2>
      {bases.length > 1 ? (
        <Select
          label={t("changes.since.label")}
          className="mb-2"
          value={base?.id}
          options={bases.map((one) => ({ value: one.id, label: words.since(one) }))}
          onChange={(event) => setChosen(event.target.value)}
        />
      ) : null}
      {changes.length === 0 ? <p className="text-ink-muted">{t("changes.none")}</p> : null}
      <ul>
        {changes.map((change) => (
          <ChangeRow key={`${change.number}-${change.team}-${change.what}`} change={change} />
        ))}
      </ul>
      <p className="mt-2 border-t border-line pt-2 text-xs text-ink-muted">
        {t("changes.kept", { pictures: format.list(pictures.map(words.kept)) })}
      </p>
    </Popover>
  );
}

function ChangeRow({ change }: { change: Change }) {
  const { t, personMonths } = useRoadmapWords();
  return (
    <li className="flex items-baseline justify-between gap-3 border-t border-line py-1.5">
      <span>
        <Link href={`/initiatives/${change.number}`} className="font-medium">
          {change.title}
        </Link>
        <span className="block text-xs text-ink-muted">
          {t(`changes.what.${change.what}`, {
            team: change.team,
            from: change.fromTeam ?? "",
          })}
        </span>
      </span>
      <span className="text-xs whitespace-nowrap">
        {change.byHalfMonths > 0 ? "+" : change.byHalfMonths < 0 ? "−" : ""}
        {change.byHalfMonths === 0 ? null : personMonths(Math.abs(change.byHalfMonths))}
      </span>
    </li>
  );
}

/** Who kept which picture and when: the first commitment is the promise, each later one its revision. */
function usePictureWords(pictures: readonly KeptPicture[]) {
  const { t, format } = useRoadmapWords();
  const promise = pictures.find(({ reason }) => reason === "commit");
  const kindOf = (one: KeptPicture) =>
    one.reason === "commit" && one.id !== promise?.id ? "revision" : one.reason;
  const valuesOf = ({ takenAt, takenBy, note }: KeptPicture) => ({
    day: format.dateTime(new Date(takenAt), { day: "numeric", month: "long" }),
    by: takenBy ?? "none",
    note: note || "none",
  });
  return {
    since: (one: KeptPicture) => t(`changes.since.${kindOf(one)}`, valuesOf(one)),
    kept: (one: KeptPicture) => t(`changes.reason.${kindOf(one)}`, valuesOf(one)),
  };
}
