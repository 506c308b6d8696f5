"use client";

import { GitCompare } from "lucide-react";
import Link from "next/link";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { useRoadmapWords } from "#components/roadmap/use-words.ts";
import { Popover } from "#components/ui/popover.tsx";
import type { Change } from "#lib/roadmap/changes.ts";

const BUTTON_ID = "roadmap-changes";

/** What changed since the quarter was last committed. */
export function ChangesPopover({ changes }: { changes: readonly Change[] }) {
  const { t, personMonths } = useRoadmapWords();
  useKeys("screen", { compare: () => document.getElementById(BUTTON_ID)?.click() });
  return (
    <Popover
      label={t("changes.title")}
      button={t("changes.button", { count: changes.length })}
      trigger={{
        id: BUTTON_ID,
        variant: "quiet",
        keys: "b",
        icon: <GitCompare aria-hidden size={16} strokeWidth={1.5} />,
      }}
      className="max-h-[70vh] w-96 max-w-[calc(100vw-2rem)] overflow-y-auto"
    >
      <h2 className="mb-1 font-semibold">{t("changes.title")}</h2>
      {changes.length === 0 ? <p className="text-ink-muted">{t("changes.none")}</p> : null}
      <ul>
        {changes.map((change) => (
          <li
            key={`${change.number}-${change.team}-${change.what}`}
            className="flex items-baseline justify-between gap-3 border-t border-line py-1.5"
          >
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
        ))}
      </ul>
    </Popover>
  );
}
