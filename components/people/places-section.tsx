import { useTranslations } from "next-intl";
import { ActionForm } from "#components/form/action-form.tsx";
import { DatedList } from "#components/people/dated-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { Select } from "#components/ui/select.tsx";
import type { PersonFile, PlaceChoices } from "#lib/people/reads/people.ts";
import { teamRoles } from "#lib/people/schema.ts";

export function PlacesSection({
  person,
  choices,
  today,
}: {
  person: PersonFile;
  choices: PlaceChoices;
  today: string;
}) {
  const t = useTranslations("settings.person");
  const hats = useTranslations("hats");
  return (
    <Section title={t("teams")}>
      {person.memberships.length === 0 ? <p className="text-ink-muted">{t("noTeam")}</p> : null}
      <DatedList
        rows={person.memberships}
        today={today}
        name={({ team, role }) => `${team}, ${hats(role)}`}
        end={{
          action: "membership.end",
          field: "membershipId",
          words: t("leave"),
          done: t("left"),
        }}
      />
      <div className="mt-3">
        <ActionForm
          action="membership.start"
          fixed={{ personId: person.id }}
          submit={t("join")}
          done={t("joined")}
          variant="default"
          className="flex flex-wrap items-end gap-3"
        >
          <Select
            label={t("team")}
            name="teamId"
            options={choices.teams.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            label={t("role")}
            name="role"
            defaultValue="developer"
            options={teamRoles.map((role) => ({ value: role, label: hats(role) }))}
          />
        </ActionForm>
      </div>
    </Section>
  );
}
