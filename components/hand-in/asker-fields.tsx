import { useTranslations } from "next-intl";
import type { HandInFields } from "#components/hand-in/hand-in-fields.ts";
import { Field } from "#components/ui/field.tsx";

type Props = {
  fields: HandInFields;
  today: string;
  change: (some: Partial<HandInFields>) => void;
  /** The address is whole: it may tell the customer. */
  onAddress: (email: string) => void;
};

/** Who said it, by name and address, and on which day. */
export function AskerFields({ fields, today, change, onAddress }: Props) {
  const t = useTranslations("handIn");
  return (
    <div className="grid grid-cols-3 items-start gap-3 max-md:grid-cols-1">
      <Field
        label={t("askerName")}
        optional={t("optional")}
        name="requesterName"
        value={fields.requesterName}
        onChange={(event) => change({ requesterName: event.target.value })}
        maxLength={200}
        autoComplete="off"
      />
      <Field
        label={t("askerEmail")}
        optional={t("optional")}
        name="requesterEmail"
        type="email"
        value={fields.requesterEmail}
        onChange={(event) => change({ requesterEmail: event.target.value })}
        onBlur={(event) => onAddress(event.target.value)}
        maxLength={320}
        autoComplete="off"
      />
      <Field
        label={t("saidOn")}
        optional={t("optional")}
        name="saidOn"
        type="date"
        max={today}
        value={fields.saidOn > today ? today : fields.saidOn}
        onChange={(event) => change({ saidOn: event.target.value })}
      />
    </div>
  );
}
