import { useTranslations } from "next-intl";
import { ActionForm } from "#components/form/action-form.tsx";
import { DialogForm } from "#components/form/dialog-form.tsx";
import { Field } from "#components/ui/field.tsx";
import { Section } from "#components/ui/section.tsx";

export function AccountSection({ id }: { id: string }) {
  const t = useTranslations("settings.person");
  return (
    <Section title={t("account")}>
      <ActionForm
        action="person.edit-password"
        fixed={{ personId: id }}
        submit={t("setPassword")}
        done={t("passwordSet")}
        variant="default"
        clears
        className="flex flex-wrap items-end gap-3"
      >
        <Field
          label={t("newPassword")}
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={12}
          required
        />
      </ActionForm>
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
