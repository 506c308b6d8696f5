import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useDeskWords } from "#components/insight/desk-words.ts";
import { useDuplicateWords } from "#components/insight/proposed/duplicate-words.ts";
import { ProposalLine } from "#components/insight/proposed/proposal-line.tsx";
import { useReasonWords } from "#components/insight/proposed/reason-words.ts";
import {
  type ProposedActs,
  type ProposedTies,
  useProposedActs,
} from "#components/insight/proposed/use-proposed-acts.ts";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { keysOf } from "#components/keyboard/key-map.ts";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import { addressOf } from "#lib/insights/list/address.ts";
import { insightKey } from "#lib/insights/number.ts";
import type { DuplicateOption, Proposals } from "#lib/proposals/views.ts";

/** What is proposed of an insight, under its text: nobody decided any of it. The Tribe is in the dock. */
export function Proposed({ proposals, ties }: { proposals: Proposals; ties: ProposedTies }) {
  const acts = useProposedActs(ties);
  const t = useTranslations("insights.proposed");
  const reason = useReasonWords();
  const { themes, newTheme, duplicates } = proposals;
  return (
    <>
      {themes.length > 0 || newTheme ? (
        <Group
          title={t("themes", { count: themes.length + (newTheme ? 1 : 0) })}
          keys={keysOf("theme")}
        >
          {themes.map((option) => (
            <ProposalLine
              key={option.theme.id}
              name="theme"
              title={option.theme.title}
              beside={
                <>
                  <TribeFlag
                    name={option.tribe.name}
                    letters={option.tribe.code}
                    position={option.tribe.position}
                    proposed
                  />
                  <Link
                    href={`/insights?${addressOf({ state: "all", themeId: option.theme.id })}`}
                    prefetch={false}
                    className="opens inline-flex min-h-6 items-center text-xs"
                  >
                    {t("insights", { count: option.insights })}
                  </Link>
                </>
              }
              why={reason.of(option)}
              acts={acts.theme(option)}
            />
          ))}
          {newTheme ? (
            <ProposalLine
              name="new-theme"
              title={t("newTheme", { theme: newTheme.name })}
              why={t("newThemeOf", { count: newTheme.insights })}
              acts={acts.newTheme(newTheme.name)}
            />
          ) : null}
        </Group>
      ) : null}
      {duplicates.length > 0 ? (
        <Group title={t("duplicates", { count: duplicates.length })} keys={keysOf("merge")}>
          {duplicates.map((other) => (
            <Duplicate key={other.id} other={other} acts={acts} />
          ))}
        </Group>
      ) : null}
      <Facts proposals={proposals} acts={acts} />
    </>
  );
}

/** What is missing, or surely otherwise: each is said by the same gesture as the Tribe. */
function Facts({ proposals, acts }: { proposals: Proposals; acts: ProposedActs }) {
  const t = useTranslations("insights.proposed");
  const words = useTranslations("insights");
  const desk = useDeskWords();
  const reason = useReasonWords();
  const { kind, language, severity, customer } = proposals;
  if (!kind && !language && !severity && !customer) return null;
  return (
    <Group title={t("facts")}>
      {kind ? (
        <ProposalLine
          name="kind"
          title={t("kind", { value: words(`kind.${kind.code}`) })}
          why={reason.of(kind)}
          acts={acts.kind(kind.code, words(`kind.${kind.code}`))}
        />
      ) : null}
      {severity ? (
        <ProposalLine
          name="severity"
          title={t("severity", { value: desk.severity(severity.code) })}
          why={reason.of(severity)}
          acts={acts.severity(severity.code, desk.severity(severity.code))}
        />
      ) : null}
      {customer ? (
        <ProposalLine
          name="customer"
          title={t("customer", { value: customer.customer.name })}
          why={reason.of(customer)}
          acts={acts.customer(customer.customer)}
        />
      ) : null}
      {language ? (
        <ProposalLine
          name="language"
          title={t("language", { value: words(`language.${language.code}`) })}
          why={reason.of(language)}
          acts={acts.language(language.code, words(`language.${language.code}`))}
        />
      ) : null}
    </Group>
  );
}

function Group({ title, keys, children }: { title: string; keys?: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-t border-line pt-3">
      <h3 className="mb-0.5 flex items-center gap-2 text-xs font-medium text-ink-muted">
        {title}
        {keys ? <KeyHint keys={keys} /> : null}
      </h3>
      <ul>{children}</ul>
    </section>
  );
}

function Duplicate({ other, acts }: { other: DuplicateOption; acts: ProposedActs }) {
  const t = useTranslations("insights.proposed");
  const words = useDuplicateWords();
  const key = insightKey(other.number);
  return (
    <ProposalLine
      name="duplicate"
      title={
        <Link href={`/insights/${key}`} prefetch={false} className="hover:underline">
          <span className="sr-only">{key} </span>
          {other.title || other.excerpt || key}
        </Link>
      }
      side={words.standing(other)}
      why={
        <>
          {words.whose(other)}
          {other.level === "looks-same" ? ` · ${t("looksSame")}` : null}
          {other.words.length > 0 ? " · " : null}
          {other.words.map((word, at) => (
            <span key={word}>
              {at > 0 ? ", " : null}
              <span className="shared-words">{word}</span>
            </span>
          ))}
        </>
      }
      acts={acts.duplicate(other)}
    />
  );
}

/** Of all that is proposed, the words that speak for it: to be underlined in the text. */
export function wordsOf({ tribe, themes, duplicates }: Proposals): string[] {
  const options = [...(tribe?.options ?? []), ...themes, ...duplicates];
  return [...new Set(options.flatMap(({ words }) => words))];
}
