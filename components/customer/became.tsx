import Link from "next/link";
import { useTranslations } from "next-intl";
import { AnswerNamedLine, namesSomething } from "#components/insight/answer-named.tsx";
import { placeOf } from "#components/insight/tribes.ts";
import type { RequestRow } from "#lib/insights/reads/of-customer.ts";
import type { AnswerNamed, TribeChoice } from "#lib/insights/views.ts";
import { quarterName } from "#lib/quarter.ts";

type Became = {
  /** What the answer names: what it comes with, where it is, or why not. */
  named: AnswerNamed | null;
  /** What is made of it, where no answer names it and that is what there is to say. */
  initiative: { number: number; title: string } | null;
  /** What those who asked were told, or when it comes, or who has it. */
  words: string;
};

/** What became of it: what was answered, what is made of it, else who has it. */
export function useBecame(tribes: readonly TribeChoice[]) {
  const t = useTranslations("customers.page");
  return (row: RequestRow): Became => {
    const { answer, answerNamed, answerNote } = row;
    const note = answerNote?.trim() ?? "";
    if (answer !== null && namesSomething(answerNamed))
      return { named: answerNamed, initiative: null, words: note };
    return { named: null, ...unnamed(row, note) };
  };
  function unnamed({ answer, initiative, tribeId, teamId }: RequestRow, note: string) {
    if (initiative && (answer === "planned" || answer === null)) {
      const when = initiative.quarter ? quarterName(initiative.quarter) : t("notPlanned");
      return { initiative, words: [when, note].filter(Boolean).join(" · ") };
    }
    if (note !== "") return { initiative: null, words: note };
    if (answer === "shipped") return { initiative, words: "" };
    if (answer !== null) return { initiative: null, words: "" };
    const { tribe, team } = placeOf(tribes, tribeId, teamId);
    const place = team?.name ?? tribe?.name;
    return {
      initiative: null,
      words: place ? t("received-by.place", { place }) : t("received-by.nobody"),
    };
  }
}

export function Became({ named, initiative, words }: Became) {
  return (
    <span className="line-clamp-2 wrap-anywhere">
      {named ? <AnswerNamedLine named={named} /> : null}
      {named && words ? " · " : null}
      {initiative ? (
        <Link
          href={`/initiatives/${initiative.number}`}
          prefetch={false}
          className="hover:underline"
        >
          {initiative.title}
        </Link>
      ) : null}
      {initiative && words ? ", " : null}
      {words}
    </span>
  );
}
