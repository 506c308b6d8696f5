"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Choice, type FormAction } from "#components/shell/choice.tsx";

/** By which clock a day begins: the company's, this browser's, or what was chosen elsewhere. */
export function ZoneChoice({
  chosen,
  company,
  action,
}: {
  chosen: string | null;
  company: string;
  action: FormAction;
}) {
  const t = useTranslations("settings.own.messages");
  const here = useSyncExternalStore(never, ownZone, () => null);
  const others = [...new Set([chosen, here])].filter((zone) => zone !== null && zone !== company);
  if (others.length === 0) return null;
  return (
    <Choice
      legend={t("zone")}
      name="timeZone"
      action={action}
      chosen={chosen ?? ""}
      options={[
        ["", t("company", { zone: shown(company) })],
        ...others.map(
          (zone) =>
            [
              zone ?? "",
              zone === here ? t("browser", { zone: shown(zone) }) : shown(zone),
            ] as const,
        ),
      ]}
    />
  );
}

/** The browser's own, since none is named. */
function ownZone(): string {
  return new Intl.DateTimeFormat("en", { timeZone: undefined }).resolvedOptions().timeZone;
}

function shown(zone: string | null): string {
  return (zone ?? "").replaceAll("_", " ");
}

const never = () => () => undefined;
