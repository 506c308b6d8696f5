import { useLocale, useTranslations } from "next-intl";
import type { AccountsAnswer } from "#components/customer/accounts-answer.ts";
import { useRefusalSentence } from "#components/i18n/use-refusal-sentence.ts";
import { shortMoney } from "#components/insight/short-money.ts";
import type { Difference } from "#lib/customers/plan-accounts.ts";
import { isOrganisationState } from "#lib/customers/schema.ts";

export function AccountsReport({ answer, isDone }: { answer: AccountsAnswer; isDone: boolean }) {
  const t = useTranslations("customers.accounts");
  const refusalSentence = useRefusalSentence();
  const { rows, created, updated, unchanged, pairs, refused, notes, changes } = answer;
  const counts = { rows, created, updated, unchanged, pairs, refused: refused.length };
  return (
    <div role="status" className="grid gap-2">
      <p className="font-medium">{t(isDone ? "done" : "forecast", counts)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
      <section aria-label={t("lines")} tabIndex={0} className="max-h-72 overflow-y-auto text-xs">
        <ul>
          {[...refused, ...notes].map(({ line, reason, params }, index) => (
            <li
              key={`${line} ${reason} ${params.domain ?? ""}`}
              className={`mt-1 px-2 py-0.5 ${index < refused.length ? "bg-bad-soft text-bad" : "bg-warn-soft text-warn"}`}
            >
              {t("line", { line, reason: refusalSentence({ key: reason, params }) })}
            </li>
          ))}
          {changes.map((one) => (
            <li key={one.line} className="border-t border-line py-1">
              <span className="font-medium">{one.name}</span> {t(`kind.${one.kind}`)}
              {one.alike.length > 0 ? (
                <span className="text-warn"> {t("alike", { names: one.alike.join(", ") })}</span>
              ) : null}
              <ul className="text-ink-muted">
                {one.changes.map((change) => (
                  <ChangeLine key={change.field} change={change} />
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function ChangeLine({ change }: { change: Difference }) {
  const t = useTranslations("customers");
  const locale = useLocale();
  const shown = (value: Difference["before"]) => {
    if (value === null) return "–";
    if (typeof value === "number") return shortMoney(value, locale);
    return change.field === "state" && isOrganisationState(value) ? t(`state.${value}`) : value;
  };
  return (
    <li>
      {t("accounts.change", {
        field: t(`accounts.field.${change.field}`),
        before: shown(change.before),
        after: shown(change.after),
      })}
    </li>
  );
}
