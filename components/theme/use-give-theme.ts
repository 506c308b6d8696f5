import { useTranslations } from "next-intl";
import { send } from "#components/commands/command-queue.ts";
import type { Place } from "#components/theme/place-options.ts";
import type { Asked } from "#lib/commands.ts";
import { insightKey } from "#lib/insights/number.ts";
import type { InsightRow } from "#lib/insights/views.ts";

/** Puts rows under a theme that is there, or under one that is made for them. `onDone` when the server has answered. */
export function useGiveTheme(rows: readonly InsightRow[], onDone?: () => void) {
  const t = useTranslations("themes.done");
  function give(asked: Asked<"theme.group" | "theme.create">, theme: string) {
    const insight = rows[0] ? insightKey(rows[0].number) : "";
    const done = asked.name === "theme.group" ? "grouped" : "created";
    send({
      ...asked,
      label: t(done, { count: rows.length, insight, theme }),
      undoable: true,
      ...(onDone ? { onDone } : {}),
    });
  }
  const insightIds = rows.map(({ id }) => id);
  return {
    group: (theme: { id: string; title: string }) =>
      give({ name: "theme.group", input: { themeId: theme.id, insightIds } }, theme.title),
    create: (title: string, place: Place) =>
      give({ name: "theme.create", input: { title, ...place, insightIds } }, title),
  };
}
