import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { NewInitiativeForm } from "#components/initiative/new-initiative-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { listTeamChoices, listThemesFor } from "#lib/initiatives/reads/initiative.ts";

type Props = { searchParams: Promise<{ theme?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("initiatives"))("new") };
}

export default async function NewInitiativePage({ searchParams }: Props) {
  const viewer = await requirePerson("initiative:edit");
  const { theme } = await searchParams;
  const asked = [theme ?? []].flat().filter((id) => z.uuid().safeParse(id).success);
  const [t, teams, themes] = await Promise.all([
    getTranslations("initiatives"),
    listTeamChoices(viewer),
    listThemesFor(viewer, asked),
  ]);
  const own = viewer.hats.find((hat) => hat.teamId !== null)?.teamId;
  return (
    <>
      <PageHeader
        crumb={t("title")}
        answer={
          themes.length > 0
            ? t("newFrom", { themes: themes.map((one) => one.title).join(", ") })
            : t("new")
        }
      />
      <WithMessages of={["initiatives"]}>
        <NewInitiativeForm themes={themes} teams={teams} teamId={themes[0]?.teamId ?? own ?? ""} />
      </WithMessages>
    </>
  );
}
