import { useTranslations } from "next-intl";
import { DialogForm } from "#components/form/dialog-form.tsx";
import { OneTimeLink } from "#components/people/one-time-link.tsx";
import { Section } from "#components/ui/section.tsx";

/** How somebody comes in, which is theirs alone once they have. */
export function AccountSection({
  id,
  email,
  hasBegun,
}: {
  id: string;
  email: string;
  hasBegun: boolean;
}) {
  const t = useTranslations("settings.person");
  return (
    <Section title={t("account")}>
      {hasBegun ? (
        <p className="max-w-prose text-ink-muted">
          {t("accountBegun")}{" "}
          <code className="text-ink">npm run -s tribune -- user link {email}</code>
        </p>
      ) : (
        <OneTimeLink
          personId={id}
          words={{
            explain: t("linkText"),
            make: t("makeLink"),
            label: t("link"),
            hint: t("linkHint"),
          }}
        />
      )}
      <div className="mt-4">
        <DialogForm
          look="quiet"
          button={t("deactivate")}
          title={t("deactivate")}
          description={t("deactivateText")}
          action="person.deactivate"
          fixed={{ id }}
          submit={t("deactivate")}
          done={t("deactivated")}
        />
      </div>
    </Section>
  );
}
