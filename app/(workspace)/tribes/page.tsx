import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DialogForm } from "#components/form/dialog-form.tsx";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { ImportPeople } from "#components/people/import-people.tsx";
import { TribeFields } from "#components/people/tribe-fields.tsx";
import { TribeSection } from "#components/people/tribe-section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { can } from "#lib/auth/policy.ts";
import { moment } from "#lib/clock.ts";
import { listDeputyChoices } from "#lib/people/reads/deputies.ts";
import { currentQuarter } from "#lib/quarter.ts";
import { listTribes } from "#lib/tribes/reads.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("title") };
}

export default async function TribesPage() {
  const viewer = await requirePerson("people:read");
  const at = moment();
  const [t, tribes] = await Promise.all([getTranslations("people"), listTribes(viewer, at)]);
  const naming = tribes
    .map(({ id }) => id)
    .filter((tribeId) => can(viewer, "deputy:name", { tribeId }));
  const deputyChoices = await listDeputyChoices(viewer, naming, at);
  const mayEdit = can(viewer, "people:manage");
  const teams = tribes.flatMap((tribe) => tribe.teams);
  const incomplete = teams.filter(({ shortfalls }) => shortfalls.length > 0).length;
  const newTribe = (
    <DialogForm
      button={t("form.newTribe")}
      title={t("form.newTribe")}
      action="tribe.save"
      submit={t("form.save")}
      done={t("form.tribeSaved")}
    >
      <TribeFields />
    </DialogForm>
  );
  const actions = mayEdit ? (
    <>
      {newTribe}
      <ImportPeople />
    </>
  ) : null;
  return (
    <WithMessages of={["people"]}>
      <PageHeader
        crumb={t("title")}
        answer={
          tribes.length > 0
            ? t("answer", { tribes: tribes.length, teams: teams.length, incomplete })
            : t("answerEmpty")
        }
        actions={tribes.length > 0 ? actions : null}
      />
      {tribes.length === 0 ? (
        <EmptyState
          title={t("empty.title")}
          action={
            mayEdit ? (
              <div className="grid justify-items-start gap-3">
                <div className="flex gap-2">{actions}</div>
                <Link href="/imports" className="opens">
                  {t("step.import")}
                </Link>
                <Link href={`/roadmap/${currentQuarter(at)}`} className="opens">
                  {t("step.quarter")}
                </Link>
              </div>
            ) : null
          }
        >
          {mayEdit ? t("empty.text") : t("empty.reader")}
        </EmptyState>
      ) : null}
      {tribes.map((tribe) => (
        <TribeSection
          key={tribe.id}
          {...{ tribe, tribes, mayEdit }}
          maySetBand={can(viewer, "band:set", { tribeId: tribe.id })}
          deputyChoices={naming.includes(tribe.id) ? deputyChoices : null}
        />
      ))}
    </WithMessages>
  );
}
