import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/form/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Section } from "#components/ui/section.tsx";
import type { PersonActor } from "#lib/auth/actor.ts";
import { findUndoForecast } from "#lib/imports/reads/undo-forecast.ts";
import { UndoBlockers } from "./undo-blockers.tsx";

/** What undoing an import will do, and the word for it; or which insights stand in the way, and why. */
export async function RunUndo({ viewer, runId }: { viewer: PersonActor; runId: string }) {
  const [t, forecast] = await Promise.all([
    getTranslations("imports.undo"),
    findUndoForecast(viewer, runId),
  ]);
  if (!forecast) return null;
  const { created, restored, kept, blocked, blockers } = forecast;
  const back = (
    <ButtonLink variant="quiet" href={`/imports/${runId}`}>
      {t("leave")}
    </ButtonLink>
  );
  if (blocked > 0)
    return (
      <Section title={t("blocked", { count: blocked })}>
        <p className="mb-2 max-w-prose text-ink-muted">{t("blockedText")}</p>
        <UndoBlockers blockers={blockers} total={blocked} />
        <div className="mt-3">{back}</div>
      </Section>
    );
  return (
    <Section title={t("title")}>
      <ul className="mb-3 grid max-w-prose list-disc gap-1 pl-5">
        <li>{t("created", { count: created })}</li>
        {restored > 0 ? <li>{t("restored", { count: restored })}</li> : null}
        {kept > 0 ? <li>{t("kept", { count: kept })}</li> : null}
        <li>{t("final")}</li>
      </ul>
      <div className="flex flex-wrap items-start gap-2">
        <ActionForm
          action="import.undo"
          fixed={{ id: runId }}
          submit={t("submit")}
          done={t("done")}
        />
        {back}
      </div>
    </Section>
  );
}
