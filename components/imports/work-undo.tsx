import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/form/action-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Section } from "#components/ui/section.tsx";
import type { PersonActor } from "#lib/auth/actor.ts";
import { findWorkUndoForecast } from "#lib/imports/work/reads/undo-forecast.ts";
import { pageOf } from "./work-rows.tsx";

const shown = 50;

/** What undoing an import of themes, initiatives or OKRs will do, or what stands in the way. */
export async function WorkUndo({ viewer, runId }: { viewer: PersonActor; runId: string }) {
  const [t, of, forecast] = await Promise.all([
    getTranslations("imports.undo"),
    getTranslations("imports.work"),
    findWorkUndoForecast(viewer, runId),
  ]);
  if (!forecast) return null;
  const { archived, restored, blockers } = forecast;
  const back = (
    <ButtonLink variant="quiet" href={`/imports/${runId}`}>
      {t("leave")}
    </ButtonLink>
  );
  if (blockers.length > 0)
    return (
      <Section title={of("blocked", { count: blockers.length })}>
        <p className="mb-2 max-w-prose text-ink-muted">{t("blockedText")}</p>
        <ul className="grid gap-1">
          {blockers.slice(0, shown).map((row) => (
            <li key={row.id} className="wrap-anywhere">
              <Link href={pageOf(row)} className="underline">
                {row.title}
              </Link>{" "}
              <span className="text-ink-muted">{of(`targets.${row.target}`)}</span>
            </li>
          ))}
        </ul>
        <div className="mt-3">{back}</div>
      </Section>
    );
  return (
    <Section title={t("title")}>
      <ul className="mb-3 grid max-w-prose list-disc gap-1 pl-5">
        <li>{of("archived", { count: archived })}</li>
        {restored > 0 ? <li>{of("restored", { count: restored })}</li> : null}
        <li>{t("final")}</li>
      </ul>
      <div className="flex flex-wrap items-start gap-2">
        <ActionForm
          action="import.undo-work"
          fixed={{ id: runId }}
          submit={t("submit")}
          done={t("done")}
        />
        {back}
      </div>
    </Section>
  );
}
