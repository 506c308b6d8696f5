import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { send } from "#components/commands/command-queue.ts";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { keysOf } from "#components/keyboard/key-map.ts";
import { CalendarCheck } from "#components/ui/icons.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { fridayOf, holderOf } from "#lib/duty/rota.ts";
import type { DutyWeek } from "#lib/duty/views.ts";

/** Whose week it is in the inbox; opens to the weeks ahead, any of which may be had for one's own by its digit. */
export function DutyMenu({
  weeks,
  viewerId,
  mayGive,
  today,
  triggerRef,
}: {
  weeks: readonly DutyWeek[];
  viewerId: string;
  /** Swaps weeks of others too: this week against the chosen one. */
  mayGive: boolean;
  today: string;
  triggerRef: Ref<HTMLButtonElement>;
}) {
  const t = useTranslations("insights.duty");
  const format = useFormatter();
  const router = useRouter();
  if (weeks.length === 0) return null;
  const nameOf = (holder: DutyWeek["holder"]) => holder?.name ?? t("nobody");
  const day = (date: string) =>
    format.dateTime(new Date(date), { day: "numeric", month: "short", timeZone: "UTC" });
  const own = weeks.find(({ holder }) => holder?.id === viewerId) ?? (mayGive ? weeks[0] : null);
  const swap = (from: DutyWeek, to: DutyWeek) =>
    send({
      name: "duty.exchange",
      input: {
        week: { id: from.id, version: from.version },
        with: { id: to.id, version: to.version },
      },
      label: t("done"),
      undoable: true,
      onDone: () => router.refresh(),
    });
  return (
    <Menu
      label={t("menu")}
      trigger={{
        ref: triggerRef,
        variant: "quiet",
        keys: keysOf("duty"),
        // In the line above the answer, which it must not push apart: what is touched is taller than what is seen.
        className: "-my-1 h-6 px-1.5 text-xs font-normal max-md:-my-3.5 max-md:px-1.5",
        icon: <CalendarCheck aria-hidden size={14} strokeWidth={1.5} />,
      }}
      button={t("head", { name: nameOf(holderOf(weeks, today)) })}
    >
      {weeks.map((week, index) => (
        <MenuItem
          key={week.id}
          keys={`${index + 1}`}
          disabled={!own || week.id === own.id || week.holder?.id === own.holder?.id}
          onSelect={() => own && swap(own, week)}
        >
          {t("line", {
            first: day(week.week),
            last: day(fridayOf(week.week)),
            name: nameOf(week.holder),
          })}
        </MenuItem>
      ))}
    </Menu>
  );
}
