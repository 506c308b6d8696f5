"use client";

import { GitCompare } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { Popover } from "#components/ui/popover.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Lane } from "#lib/roadmap/board.ts";
import { type Change, changesSince } from "#lib/roadmap/changes.ts";
import type { KeptPicture } from "#lib/roadmap/reads/roadmap.ts";

const BUTTON_ID = "roadmap-changes";

/** What changed since the quarter was last committed, or since its second week; and which pictures there are. */
export function ChangesPopover({
  pictures,
  lanes,
}: {
  pictures: readonly KeptPicture[];
  lanes: readonly Lane[];
}) {
  const { t } = useRoadmapWords();
  const [chosen, setChosen] = useState<string>("commit");
  useKeys("screen", { compare: () => document.getElementById(BUTTON_ID)?.click() });
  const bases = pictures.filter(({ reason }) => reason !== "close");
  const base = bases.find(({ reason }) => reason === chosen) ?? bases[0];
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
          value={base?.reason}
          options={bases.map(({ reason }) => ({
            value: reason,
            label: t(reason === "commit" ? "changes.since.commit" : "changes.since.week-2"),
          }))}
          onChange={(event) => setChosen(event.target.value)}
        />
      ) : null}
      {changes.length === 0 ? <p className="text-ink-muted">{t("changes.none")}</p> : null}
      <ul>
        {changes.map((change) => (
          <ChangeRow key={`${change.number}-${change.team}-${change.what}`} change={change} />
        ))}
      </ul>
      <Kept pictures={pictures} />
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

function Kept({ pictures }: { pictures: readonly KeptPicture[] }) {
  const { t, format } = useRoadmapWords();
  const words = pictures.map(({ reason, takenAt }) => {
    const day = format.dateTime(new Date(takenAt), { day: "numeric", month: "long" });
    return t(`changes.reason.${reason}`, { day });
  });
  return (
    <p className="mt-2 border-t border-line pt-2 text-xs text-ink-muted">
      {t("changes.kept", { pictures: format.list(words) })}
    </p>
  );
}
