import { useTranslations } from "next-intl";
import { ArchiveButton } from "#components/form/archive-button.tsx";

/** A Tribe or a team leaves the chart, from its edit dialog. */
export function ArchivePlace({
  kind,
  place: { id, version, name },
}: {
  kind: "tribe" | "team";
  place: { id: string; version: number; name: string };
}) {
  const t = useTranslations("people.archive");
  return (
    <ArchiveButton
      action={kind === "tribe" ? "tribe.archive" : "team.archive"}
      target={{ id, version }}
      words={{
        ask: t("ask"),
        explain: t(`${kind}Explain`),
        confirm: t("confirm", { name }),
        done: t("done", { name }),
      }}
    />
  );
}
