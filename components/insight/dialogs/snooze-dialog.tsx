import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAboutRows } from "#components/insight/dialogs/about-rows.ts";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import type { InsightRow } from "#lib/insights/views.ts";

/** @param today the company's day, YYYY-MM-DD */
export function SnoozeDialog({
  rows,
  today,
  onSnooze,
  onClose,
}: {
  rows: readonly InsightRow[];
  today: string;
  onSnooze: (until: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations("insights.dialog");
  const about = useAboutRows(rows);
  const days = daysFrom(today);
  const [until, setUntil] = useState(days.nextWeek);
  function submit() {
    if (until <= today) return;
    onSnooze(until);
    onClose();
  }
  useKeys("dialog", { send: submit });
  return (
    <Dialog open onClose={onClose} title={t("snoozeTitle")} description={about}>
      <form
        className="mt-3 grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setUntil(days.tomorrow)}>{t("tomorrow")}</Button>
          <Button onClick={() => setUntil(days.nextWeek)}>{t("nextWeek")}</Button>
          <Button onClick={() => setUntil(days.nextMonth)}>{t("nextMonth")}</Button>
        </div>
        <Field
          type="date"
          label={t("until")}
          value={until}
          min={days.tomorrow}
          required
          onChange={(event) => setUntil(event.target.value)}
          data-autofocus
        />
        <DialogActions>
          <Button variant="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" variant="primary" keys={keysOf("send")}>
            {t("snooze")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function daysFrom(today: string) {
  const start = new Date(`${today}T00:00:00Z`);
  const after = (days: number) => {
    const day = new Date(start);
    day.setUTCDate(day.getUTCDate() + days);
    return day.toISOString().slice(0, 10);
  };
  return {
    tomorrow: after(1),
    nextWeek: after(8 - (start.getUTCDay() || 7)),
    nextMonth: after(30),
  };
}
