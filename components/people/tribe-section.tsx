import { useTranslations } from "next-intl";
import { DialogForm } from "#components/form/dialog-form.tsx";
import { ArchivePlace } from "#components/people/archive-place.tsx";
import { NameDeputy } from "#components/people/name-deputy.tsx";
import { TeamBand } from "#components/people/team-band.tsx";
import { TeamFields, teamLists } from "#components/people/team-fields.tsx";
import { TribeFields } from "#components/people/tribe-fields.tsx";
import { TriangleAlert } from "#components/ui/icons.tsx";
import { Cell, ColumnHead, Row, RowHead, Table } from "#components/ui/table.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import type { DeputyChoices } from "#lib/people/reads/deputies.ts";
import { countDevelopers } from "#lib/tribes/completeness.ts";
import type { TeamInChart, TeamPerson, TribeInChart } from "#lib/tribes/reads.ts";

type Props = {
  tribe: TribeInChart;
  tribes: readonly TribeInChart[];
  mayEdit: boolean;
  /** Whether this person sets the bands of its teams. */
  maySetBand: boolean;
};
type SectionProps = Props & {
  /** For whoever may name a deputy here. */
  deputyChoices: DeputyChoices | null;
};

/** One Tribe: who leads it, and its teams with what each lacks. */
export function TribeSection({ tribe, tribes, mayEdit, maySetBand, deputyChoices }: SectionProps) {
  const t = useTranslations("people");
  const hats = useTranslations("hats");
  const { id, version, name } = tribe;
  return (
    <section aria-labelledby={`tribe-${id}`} className="border-b border-line pt-4 last:border-b-0">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1 px-6 pb-2 max-md:px-4">
        <div className="min-w-0 flex-[1_1_16rem]">
          <h2 id={`tribe-${id}`} className="flex items-center gap-2 text-base font-semibold">
            <TribeFlag name={name} letters={tribe.code} position={tribe.position} decorative />
            {name}
            <span className="text-xs font-normal whitespace-nowrap text-ink-muted">
              {t("band", { low: tribe.bandLow, high: tribe.bandHigh })}
            </span>
          </h2>
          {tribe.mission ? <p className="max-w-prose text-ink-muted">{tribe.mission}</p> : null}
          <p className="text-xs text-ink-muted">
            {tribe.people.length === 0 ? t("nobodyLeads") : `${t("leads")} `}
            {tribe.people
              .map(
                (person) => `${person.name} (${person.roles.map((role) => hats(role)).join(", ")})`,
              )
              .join(", ")}
          </p>
        </div>
        <div className="flex flex-wrap gap-x-2 max-md:-ml-4">
          {deputyChoices ? <NameDeputy tribe={tribe} choices={deputyChoices} /> : null}
          {mayEdit ? (
            <>
              <DialogForm
                look="quiet"
                button={
                  <>
                    {t("form.editTribe")} <span className="sr-only">{name}</span>
                  </>
                }
                title={t("form.editTribeTitle", { name })}
                action="tribe.save"
                fixed={{ id, version }}
                submit={t("form.save")}
                done={t("form.tribeSaved")}
                below={<ArchivePlace kind="tribe" place={tribe} />}
              >
                <TribeFields tribe={tribe} />
              </DialogForm>
              <DialogForm
                look="quiet"
                button={t("form.newTeam")}
                title={t("form.newTeamTitle", { name })}
                action="team.save"
                lists={teamLists}
                submit={t("form.save")}
                done={t("form.teamSaved")}
              >
                <TeamFields tribes={tribes} tribeId={id} />
              </DialogForm>
            </>
          ) : null}
        </div>
      </div>
      {tribe.teams.length === 0 ? (
        <p className="px-6 pb-3 text-ink-muted max-md:px-4">{t("noTeams")}</p>
      ) : (
        <TeamsTable {...{ tribe, tribes, mayEdit, maySetBand }} />
      )}
    </section>
  );
}

function TeamsTable({ tribe, tribes, mayEdit, maySetBand }: Props) {
  const t = useTranslations("people");
  return (
    <Table caption={tribe.name}>
      <thead>
        <tr>
          <ColumnHead className="w-60">{t("column.team")}</ColumnHead>
          <ColumnHead className="w-52 max-md:hidden">{t("column.pm")}</ColumnHead>
          <ColumnHead number className="w-28 max-md:hidden">
            {t("column.developers")}
          </ColumnHead>
          <ColumnHead className="max-lg:hidden">{t("column.specialities")}</ColumnHead>
          {mayEdit || maySetBand ? (
            <ColumnHead>
              <span className="sr-only">{t("form.editTribe")}</span>
            </ColumnHead>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {tribe.teams.map((team) => (
          <TeamRow key={team.id} {...{ team, tribe, tribes, mayEdit, maySetBand }} />
        ))}
      </tbody>
    </Table>
  );
}

function TeamRow({ team, tribe, tribes, mayEdit, maySetBand }: Props & { team: TeamInChart }) {
  const t = useTranslations("people");
  const { id, version, bandLow, bandHigh } = team;
  return (
    <Row>
      <RowHead>
        {team.name}
        <span className="block text-xs font-normal text-ink-muted md:hidden">
          {namesOf(team.people, "pm")}
        </span>
        {bandLow === null || bandHigh === null ? null : (
          <span className="block text-xs font-normal text-ink-muted">
            {t("band", { low: bandLow, high: bandHigh })}
          </span>
        )}
        <Incomplete team={team} />
      </RowHead>
      <Cell className="max-md:hidden">{namesOf(team.people, "pm") || "–"}</Cell>
      <Cell number className="max-md:hidden">
        <span title={namesOf(team.people, "lead-developer", "developer")}>
          {developersOf(team)}
        </span>
      </Cell>
      <Cell className="text-xs text-ink-muted max-lg:hidden">{team.specialities.join(", ")}</Cell>
      {mayEdit || maySetBand ? (
        <Cell number>
          {maySetBand ? <TeamBand {...{ team, tribe }} /> : null}
          {mayEdit ? (
            <DialogForm
              look="quiet"
              button={
                <>
                  {t("form.editTribe")} <span className="sr-only">{team.name}</span>
                </>
              }
              title={t("form.editTribeTitle", { name: team.name })}
              action="team.save"
              fixed={{ id, version, bandLow, bandHigh }}
              below={<ArchivePlace kind="team" place={team} />}
              lists={teamLists}
              submit={t("form.save")}
              done={t("form.teamSaved")}
            >
              <TeamFields tribes={tribes} tribeId={tribe.id} team={team} />
            </DialogForm>
          ) : null}
        </Cell>
      ) : null}
    </Row>
  );
}

function Incomplete({ team }: { team: TeamInChart }) {
  const t = useTranslations("people");
  if (team.shortfalls.length === 0) return null;
  const what = team.shortfalls.map((part) => t(`shortfall.${part}`)).join(", ");
  return (
    <span className="mt-0.5 flex items-start gap-1 text-xs font-normal text-warn">
      <TriangleAlert aria-hidden size={14} strokeWidth={1.5} className="mt-0.5 shrink-0" />
      {t("incomplete", { what })}
    </span>
  );
}

function namesOf(people: readonly TeamPerson[], ...roles: string[]): string {
  return people
    .filter((person) => person.roles.some((role) => roles.includes(role)))
    .map(({ name }) => name)
    .join(", ");
}

function developersOf({ people }: TeamInChart): number {
  return countDevelopers(
    people.flatMap(({ id, roles }) => roles.map((role) => ({ personId: id, role }))),
  );
}
