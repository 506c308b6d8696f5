import type { useTranslations } from "next-intl";
import type { SelectOption } from "#components/ui/select.tsx";
import type { Actor } from "#lib/auth/actor.ts";
import { can } from "#lib/auth/policy.ts";
import type { OwnerChoices } from "#lib/okrs/reads.ts";
import { crafts } from "#lib/okrs/schema.ts";

/** Whom this viewer may set objectives for, as one list: the widest first, one's own last. */
export function ownerOptions(
  viewer: Actor,
  { departments, tribes }: OwnerChoices,
  t: ReturnType<typeof useTranslations<"okrs">>,
): SelectOption[] {
  const company = [{ value: "company", label: t("form.company") }];
  const common = [
    ...tribes.map(({ id, name }) => ({ value: `tribe:${id}`, label: t("form.tribes", { name }) })),
    ...crafts.map((craft) => ({ value: `craft:${craft}`, label: t(`craft.${craft}`) })),
    ...departments.map(({ id, name }) => ({ value: `department:${id}`, label: name })),
  ];
  return [
    ...(can(viewer, "okr:edit-company") ? company : []),
    ...(can(viewer, "okr:edit-department") ? common : []),
    { value: "mine", label: t("form.mine") },
  ];
}
