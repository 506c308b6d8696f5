import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/form/action-form.tsx";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { DutyWeeks } from "#components/people/duty-weeks.tsx";
import { UploadLimitForm } from "#components/people/upload-limit-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { Section } from "#components/ui/section.tsx";
import { rooms as pathOf } from "#lib/auth/navigation.ts";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { moment } from "#lib/clock.ts";
import { listDutyWeeks, listSorters } from "#lib/duty/reads.ts";
import { listPlaceChoices } from "#lib/people/reads/people.ts";
import { readCompanySettings } from "#lib/settings/reads/settings.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.company"))("title") };
}

export default async function CompanySettingsPage() {
  const viewer = await requirePerson("settings:manage");
  const at = moment();
  const [t, rooms, settings, choices, weeks, sorters] = await Promise.all([
    getTranslations("settings.company"),
    getTranslations("rooms"),
    readCompanySettings(viewer),
    listPlaceChoices(viewer),
    listDutyWeeks(viewer, at),
    listSorters(viewer, at),
  ]);
  const { revenueVisibility, uploadLimit } = settings;
  return (
    <WithMessages of={["settings"]}>
      <PageHeader crumb={t("title")} answer={t("answer")} />
      <Section title={t("revenueTitle")}>
        <ActionForm
          action="setting.change"
          fixed={{ id: "revenue-visibility", version: revenueVisibility.version }}
          submit={t("save")}
          done={t("saved")}
        >
          <RadioGroup
            legend={t("revenue")}
            name="value"
            defaultValue={revenueVisibility.value}
            options={[
              { value: "all", label: t("revenueAll") },
              { value: "product", label: t("revenueProduct") },
            ]}
          />
        </ActionForm>
      </Section>
      <Section title={t("uploadTitle")}>
        <UploadLimitForm bytes={uploadLimit.value} version={uploadLimit.version} />
      </Section>
      <Section title={t("dutyTitle")} note={t("dutyNote")}>
        <DutyWeeks weeks={weeks} sorters={sorters} />
      </Section>
      <Section title={t("departments")}>
        <p className="mb-3">
          {choices.departments.map(({ name }) => name).join(", ") || t("noDepartment")}
        </p>
        <ActionForm
          action="department.save"
          submit={t("save")}
          done={t("departmentSaved")}
          clears
          variant="default"
          className="flex flex-wrap items-end gap-2"
        >
          <Field label={t("newDepartment")} name="name" required maxLength={120} />
        </ActionForm>
      </Section>
      <Section title={t("more")}>
        <ul className="flex flex-wrap gap-x-4 gap-y-2">
          {(["state", "people", "customers", "sources", "tribes", "audit"] as const).map((room) => (
            <li key={room}>
              <Link href={pathOf[room].path} className="opens">
                {rooms(room)}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
    </WithMessages>
  );
}
