import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "#components/form/action-form.tsx";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import type { CommandName } from "#lib/commands.ts";

type Dated = { id: string; startsOn: string; endsOn: string | null };

/** Hats or places, the newest first, each with what ends it while it lasts. */
export function DatedList<Row extends Dated>({
  rows,
  today,
  name,
  end,
}: {
  rows: readonly Row[];
  today: string;
  name: (row: Row) => ReactNode;
  end: {
    action: CommandName;
    field: string;
    words: string;
    done: string;
  };
}) {
  const t = useTranslations("settings.person");
  const format = useFormatter();
  const day = (iso: string) =>
    format.dateTime(new Date(`${iso}T12:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id} className="flex flex-wrap items-center gap-x-3 border-b border-line py-1">
          <span className="flex-1">{name(row)}</span>
          <span className="text-xs text-ink-muted">
            {row.endsOn
              ? t("between", { from: day(row.startsOn), to: day(row.endsOn) })
              : t("since", { day: day(row.startsOn) })}
          </span>
          {row.endsOn === null || row.endsOn > today ? (
            <ActionForm
              action={end.action}
              fixed={{ [end.field]: row.id }}
              submit={end.words}
              done={end.done}
              variant="quiet"
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
