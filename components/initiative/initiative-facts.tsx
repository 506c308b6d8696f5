import Link from "next/link";
import { useTranslations } from "next-intl";
import { DialogForm } from "#components/form/dialog-form.tsx";
import { DeliveryFacts, EpicKey } from "#components/initiative/delivery-facts.tsx";
import { Field } from "#components/ui/field.tsx";
import type { Initiative } from "#lib/initiatives/reads/initiative.ts";
import type { Delivery } from "#lib/initiatives/views.ts";

/** The problem, why it comes from above, the themes it answers, the epic that delivers it and how that stands. */
export function InitiativeFacts({
  initiative,
  delivery,
  withPlan,
  now,
  mayEdit,
  mayReadThemes,
}: {
  initiative: Initiative;
  delivery: Delivery | null;
  /** Whether the epic with its days is for this person. */
  withPlan: boolean;
  now: Date;
  mayEdit: boolean;
  mayReadThemes: boolean;
}) {
  const t = useTranslations("initiatives.facts");
  const delivering = useTranslations("initiatives.delivery");
  const { problem, originReason, themes, epicKey } = initiative;
  return (
    <section aria-label={t("title")} className="border-b border-line px-6 py-4 max-md:px-4">
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-4 gap-y-2 max-md:grid-cols-1 max-md:gap-y-0">
        <dt className="text-ink-muted">{t("problem")}</dt>
        <dd className="wrap-anywhere whitespace-pre-line">{problem || t("noProblem")}</dd>
        {originReason ? (
          <>
            <dt className="text-ink-muted">{t("originReason")}</dt>
            <dd className="wrap-anywhere">{originReason}</dd>
          </>
        ) : null}
        <dt className="text-ink-muted">{t("themes", { count: themes.length })}</dt>
        <dd>
          {themes.length === 0 ? t("noTheme") : null}
          {themes.map((theme, index) => (
            <span key={theme.id}>
              {index > 0 ? ", " : null}
              {mayReadThemes ? (
                <Link href={`/themes/${theme.id}`} className="opens">
                  {theme.title}
                </Link>
              ) : (
                theme.title
              )}
            </span>
          ))}
        </dd>
        {withPlan ? (
          <>
            <dt className="text-ink-muted">{t("epic")}</dt>
            <dd className="flex flex-wrap items-center gap-2">
              {epicKey ? <EpicKey epicKey={epicKey} url={delivery?.url ?? null} /> : t("noEpic")}
              {mayEdit ? (
                <DialogForm
                  button={t(epicKey ? "changeEpic" : "linkEpic")}
                  look="quiet"
                  title={t("linkEpic")}
                  description={t("epicHint")}
                  action="initiative.link-epic"
                  fixed={{ initiativeId: initiative.id, version: initiative.version }}
                  done={t("epicDone")}
                  undoable
                  submit={t("save")}
                >
                  <Field
                    label={t("epicKey")}
                    name="epicKey"
                    placeholder="PLA-123"
                    pattern="[A-Za-z][A-Za-z0-9_]*-[1-9][0-9]*"
                    defaultValue={epicKey ?? ""}
                    data-autofocus
                  />
                </DialogForm>
              ) : null}
              {delivery ? <DeliveryFacts delivery={delivery} now={now} /> : null}
              {epicKey && !delivery ? (
                <span className="w-full text-xs text-ink-muted">{delivering("notRead")}</span>
              ) : null}
            </dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}
