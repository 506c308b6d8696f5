import { useTranslations } from "next-intl";
import { answers, type InsightAnswer } from "#lib/insights/kinds.ts";

export function AnswerChoice({
  answer,
  mayBeDuplicate,
  onChoose,
}: {
  answer: InsightAnswer;
  mayBeDuplicate: boolean;
  onChoose: (answer: InsightAnswer) => void;
}) {
  const t = useTranslations("insights");
  return (
    <fieldset className="grid grid-cols-2 gap-x-4">
      <legend className="sr-only">{t("dialog.answerTitle")}</legend>
      {answers
        .filter((code) => mayBeDuplicate || code !== "duplicate")
        .map((code) => (
          <label key={code} className="flex min-h-7 items-center gap-2 max-md:min-h-11">
            <input
              type="radio"
              name="answer"
              value={code}
              checked={code === answer}
              onChange={() => onChoose(code)}
              data-autofocus={code === "planned" ? "" : undefined}
              className="size-3.5 accent-accent"
            />
            {t(`answers.${code}`)}
          </label>
        ))}
    </fieldset>
  );
}
