import { useTranslations } from "next-intl";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { useRefusalSentence } from "#components/i18n/use-refusal-sentence.ts";
import { Section } from "#components/ui/section.tsx";
import { StateChip } from "#components/ui/state-chip.tsx";
import { Cell, ColumnHead, Row, RowHead, Table } from "#components/ui/table.tsx";
import type { KeptBackup, KeptBackups } from "#lib/backup/reads/kept-backups.ts";

/** Whether everything could be had back, from when, and what was tried of it. */
export function BackupsSection({ kept, now }: { kept: KeptBackups; now: Date }) {
  const t = useTranslations("state.backups");
  const { folder, key, days, backups } = kept;
  return (
    <Section
      title={t("title")}
      note={folder ? t("note", { days }) : null}
      className={backups.length > 0 ? "pb-0" : ""}
    >
      <div className="max-w-prose space-y-2">
        <Trouble kept={kept} now={now} />
        {folder ? (
          <p className="wrap-anywhere text-ink-muted">{t("where", { folder, key })}</p>
        ) : null}
      </div>
      {backups.length > 0 ? (
        <div className="-mx-6 mt-3 max-md:-mx-4">
          <BackupTable backups={backups} now={now} />
        </div>
      ) : null}
    </Section>
  );
}

/** What is wrong and what to do about it; nothing where all is well. */
function Trouble({ kept, now }: { kept: KeptBackups; now: Date }) {
  const t = useTranslations("state.backups");
  const format = useFormatter();
  const refusalSentence = useRefusalSentence();
  const { folder, isElsewhere, backups, problem } = kept;
  if (isElsewhere) return <p>{t("elsewhere")}</p>;
  if (!folder) return <p className="text-bad">{t("noFolder")}</p>;
  if (problem)
    return (
      <p className="wrap-anywhere text-bad">
        {t("failed", { when: format.relativeTime(problem.at, now) })}{" "}
        {refusalSentence(problem.sentence)}
      </p>
    );
  if (backups.length === 0) return <p>{t("none")}</p>;
  return kept.isOld ? <p className="text-bad">{t("old")}</p> : null;
}

function BackupTable({ backups, now }: { backups: readonly KeptBackup[]; now: Date }) {
  const t = useTranslations("state.backups");
  const format = useFormatter();
  return (
    <Table caption={t("list")}>
      <thead>
        <tr>
          <ColumnHead>{t("of")}</ColumnHead>
          <ColumnHead>{t("check")}</ColumnHead>
          <ColumnHead number className="max-md:hidden">
            {t("rows")}
          </ColumnHead>
          <ColumnHead number>{t("size")}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {backups.map(({ name, endedAt, rows, bytes, ...backup }) => (
          <Row key={name}>
            <RowHead>
              {format.dateTime(endedAt, { dateStyle: "medium", timeStyle: "short" })}
              <span className="block text-xs font-normal wrap-anywhere text-ink-muted">{name}</span>
            </RowHead>
            <Cell>
              <Check {...backup} now={now} />
            </Cell>
            <Cell number className="max-md:hidden">
              {format.number(rows)}
            </Cell>
            <Cell number>
              {format.number(bytes / 1e6, {
                ...{ style: "unit", unit: "megabyte", maximumFractionDigits: 1 },
              })}
            </Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Check({
  checkedAt,
  checkProblem,
  now,
}: Pick<KeptBackup, "checkedAt" | "checkProblem"> & { now: Date }) {
  const t = useTranslations("state.backups");
  const format = useFormatter();
  const refusalSentence = useRefusalSentence();
  if (!checkedAt) return null;
  if (!checkProblem)
    return (
      <StateChip state="kept">
        {t("checked", { when: format.relativeTime(checkedAt, now) })}
      </StateChip>
    );
  return (
    <>
      <StateChip state="broken">{t("damaged")}</StateChip>
      <span className="mt-1 block max-w-prose text-xs wrap-anywhere text-bad">
        {refusalSentence(checkProblem)}
      </span>
    </>
  );
}
