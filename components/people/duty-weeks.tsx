"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { send } from "#components/commands/command-queue.ts";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { Select } from "#components/ui/select.tsx";
import type { DutyWeek } from "#lib/duty/views.ts";

/** Whose the weeks ahead are: each choice holds at once, and can be taken back. */
export function DutyWeeks({
  weeks,
  sorters,
}: {
  weeks: readonly DutyWeek[];
  sorters: readonly { id: string; name: string }[];
}) {
  const t = useTranslations("settings.company");
  const format = useFormatter();
  const router = useRouter();
  if (weeks.length === 0) return <p className="text-ink-muted">{t("dutyEmpty")}</p>;
  const give = ({ id, version }: DutyWeek, personId: string) =>
    send({
      name: "duty.give",
      input: { id, version, personId: personId || null },
      label: t("dutySaved"),
      undoable: true,
      onDone: () => router.refresh(),
    });
  const options = sorters.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-3">
      {weeks.map((week) => (
        <li key={`${week.id}:${week.version}`}>
          <Select
            label={t("dutyWeek", {
              first: format.dateTime(new Date(week.week), {
                day: "numeric",
                month: "long",
                timeZone: "UTC",
              }),
            })}
            empty={t("dutyNobody")}
            // Who holds it and no longer sorts stays named until the next night.
            options={withHolder(options, week)}
            defaultValue={week.holder?.id ?? ""}
            onChange={(event) => give(week, event.target.value)}
          />
        </li>
      ))}
    </ul>
  );
}

function withHolder(options: readonly { value: string; label: string }[], { holder }: DutyWeek) {
  if (!holder || options.some(({ value }) => value === holder.id)) return options;
  return [...options, { value: holder.id, label: holder.name }];
}
