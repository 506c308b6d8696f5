import Link from "next/link";
import { useTranslations } from "next-intl";
import { AnswerIcon } from "#components/catalogue/answer-icon.tsx";
import { useAnswerWords } from "#components/catalogue/use-answer-words.ts";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { Chip } from "#components/ui/chip.tsx";
import { Cell, ColumnHead, Row, RowHead, Table } from "#components/ui/table.tsx";
import { askOf, type Entry } from "#lib/catalogue/views.ts";

export function EntryTable({ caption, entries }: { caption: string; entries: readonly Entry[] }) {
  const t = useTranslations("catalogue.column");
  return (
    <Table caption={caption}>
      <thead>
        <tr>
          <ColumnHead>{t("entry")}</ColumnHead>
          <ColumnHead className="max-md:hidden">{t("answer")}</ColumnHead>
          <ColumnHead className="max-md:hidden">{t("team")}</ColumnHead>
          <ColumnHead number className="max-md:hidden">
            {t("verified")}
          </ColumnHead>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} />
        ))}
      </tbody>
    </Table>
  );
}

function EntryLine({ entry }: { entry: Entry }) {
  const t = useTranslations("catalogue.ask");
  const format = useFormatter();
  const words = useAnswerWords();
  const ask = askOf(entry);
  return (
    <Row className="max-md:h-11">
      <RowHead className="w-full">
        <Link href={`/catalogue/${entry.id}`} className="wrap-anywhere hover:underline">
          {entry.title}
        </Link>
        {ask ? (
          <span className="ml-2">
            <Chip tone="line">{t(ask)}</Chip>
          </span>
        ) : null}
        <span className="block text-xs font-normal text-ink-muted md:hidden">{words(entry)}</span>
      </RowHead>
      <Cell className="whitespace-nowrap max-md:hidden">
        <span className="flex gap-2">
          <AnswerIcon answer={entry.answer} />
          {words(entry)}
        </span>
      </Cell>
      <Cell className="whitespace-nowrap text-ink-muted max-md:hidden">{entry.team ?? "–"}</Cell>
      <Cell number className="text-ink-muted max-md:hidden">
        {entry.verifiedAt
          ? format.dateTime(entry.verifiedAt, { day: "numeric", month: "short", year: "numeric" })
          : "–"}
      </Cell>
    </Row>
  );
}
