import { getTranslations } from "next-intl/server";
import { Section } from "#components/ui/section.tsx";
import type { PersonActor } from "#lib/auth/actor.ts";
import { countStayedInsights, listStayedInsights } from "#lib/imports/reads/undo-forecast.ts";
import type { UndoProgress } from "#lib/imports/views.ts";
import { UndoBlockers } from "./undo-blockers.tsx";

/** What taking an import back came to: what went, and which stayed since people or the desk were there first. */
export async function RunUndone({
  viewer,
  runId,
  undo: { deleted, restored, kept, stayed },
}: {
  viewer: PersonActor;
  runId: string;
  undo: UndoProgress;
}) {
  const [t, left, total] = await Promise.all([
    getTranslations("imports.undo"),
    listStayedInsights(viewer, runId),
    countStayedInsights(viewer, runId),
  ]);
  return (
    <>
      <Section title={t("report")}>
        <ul className="grid max-w-prose list-disc gap-1 pl-5">
          <li>{t("gone", { count: deleted })}</li>
          {restored > 0 ? <li>{t("wentBack", { count: restored })}</li> : null}
          {kept > 0 ? <li>{t("keptSince", { count: kept })}</li> : null}
          {stayed > 0 ? <li>{t("stayed", { count: stayed })}</li> : null}
        </ul>
      </Section>
      {left.length > 0 ? (
        <Section title={t("leftTitle")} note={t("leftNote")}>
          <UndoBlockers blockers={left} total={total} />
        </Section>
      ) : null}
    </>
  );
}
