"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AnswerIcon } from "#components/catalogue/answer-icon.tsx";
import { CopyButton } from "#components/catalogue/copy-button.tsx";
import { useAnswerWords } from "#components/catalogue/use-answer-words.ts";
import { useLookup } from "#components/form/use-lookup.ts";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { Field } from "#components/ui/field.tsx";
import { type AskSaid, askSaid, type EntryFound } from "#lib/catalogue/asked.ts";
import { initiativeKey } from "#lib/initiatives/number.ts";
import { quarterName } from "#lib/quarter.ts";

/** The one box: what is asked is answered while it is typed, or said to be unknown. */
export function AskBox() {
  const t = useTranslations("catalogue.box");
  const [question, setQuestion] = useState("");
  const asked = question.trim();
  const address = asked.length < 3 ? null : `/api/ask?${new URLSearchParams({ q: asked })}`;
  const { said, isSettled, hasFailed } = useLookup(address, askSaid, 100);
  return (
    <search className="block border-b border-line px-6 py-4 max-md:px-4">
      <Field
        label={t("label")}
        type="search"
        value={question}
        placeholder={t("placeholder")}
        maxLength={300}
        onChange={(event) => setQuestion(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") setQuestion("");
        }}
        className="max-w-2xl"
      />
      <div aria-live="polite" aria-busy={!isSettled}>
        {hasFailed ? <p className="mt-3 text-bad">{t("failed")}</p> : null}
        {address !== null && said && !hasFailed ? (
          <Said said={said.answer} question={asked} />
        ) : null}
      </div>
    </search>
  );
}

function Said({
  said: { direct, near, initiatives },
  question,
}: {
  said: AskSaid;
  question: string;
}) {
  const t = useTranslations("catalogue.box");
  const link = `/hand-in?${new URLSearchParams({ text: question, kind: "question" })}`;
  return (
    <div className="mt-3 grid max-w-3xl gap-3">
      {direct ? (
        <Direct entry={direct} />
      ) : (
        <div>
          <p className="text-answer">{t("silent")}</p>
          <p className="text-ink-muted">{t("silentNote")}</p>
        </div>
      )}
      <p>
        <Link href={link} className="opens">
          {t(direct ? "askAnyway" : "ask")}
        </Link>
      </p>
      {near.length > 0 ? <Near entries={near} /> : null}
      {initiatives.length > 0 ? (
        <div>
          <p className="text-xs font-medium text-ink-muted">{t("initiatives")}</p>
          <ul>
            {initiatives.map(({ number, title, planned }) => (
              <li key={number} className="py-1">
                <Link href={`/initiatives/${number}`} className="opens">
                  {initiativeKey(number)} · {title}
                </Link>
                {planned === undefined ? null : (
                  <span className="block text-xs text-ink-muted">
                    {t("planned", { quarter: planned === null ? "none" : quarterName(planned) })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

function Direct({ entry }: { entry: EntryFound }) {
  const t = useTranslations("catalogue");
  const words = useAnswerWords();
  const format = useFormatter();
  const { id, title, toSay, limits, place, verifiedAt, verifiedBy, isOld } = entry;
  const day = verifiedAt
    ? format.dateTime(new Date(verifiedAt), { day: "numeric", month: "long", year: "numeric" })
    : "";
  return (
    <div className="grid gap-1">
      <p className="text-answer wrap-anywhere">
        <Link href={`/catalogue/${id}`} className="hover:underline">
          {t("direct", { answer: words(entry), title })}
        </Link>
      </p>
      {toSay ? (
        <p className="wrap-anywhere">
          {toSay}
          <CopyButton text={toSay} />
        </p>
      ) : null}
      {limits ? (
        <p className="wrap-anywhere">
          <span className="text-xs text-ink-muted">{t("sheet.limits")} · </span>
          {limits}
        </p>
      ) : null}
      <p className="text-xs text-ink-muted">
        {place ? `${place} · ` : null}
        {t("sheet.verifiedBy", { day, who: verifiedBy ?? t("sheet.nobody"), team: "none" })}
        {isOld ? ` · ${t("ask.old")}` : null}
      </p>
    </div>
  );
}

function Near({ entries }: { entries: readonly EntryFound[] }) {
  const t = useTranslations("catalogue.box");
  const words = useAnswerWords();
  return (
    <div>
      <p className="text-xs font-medium text-ink-muted">{t("near")}</p>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id} className="flex gap-2 py-1">
            <AnswerIcon answer={entry.answer} />
            <span className="min-w-0">
              <Link href={`/catalogue/${entry.id}`} className="wrap-anywhere hover:underline">
                {entry.title}
              </Link>
              <span className="block text-xs text-ink-muted">{words(entry)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
