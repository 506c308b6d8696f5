import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { WithMessages } from "#components/i18n/with-messages.tsx";
import { ConnectionForm } from "#components/source/connection-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sources.form"))("title") };
}

export default async function NewSourcePage() {
  await requirePerson("source:manage");
  const t = await getTranslations("sources");
  return (
    <WithMessages of={["sources", "jiraErrors"]}>
      <PageHeader
        crumb={
          <Link href="/settings/sources" className="opens">
            {t("title")}
          </Link>
        }
        answer={t("form.answer")}
      />
      <div className="px-6 py-4 max-md:px-4">
        <ConnectionForm source={null} />
      </div>
    </WithMessages>
  );
}
