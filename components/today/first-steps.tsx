"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { send } from "#components/commands/command-queue.ts";
import { Button } from "#components/ui/button.tsx";
import { Section } from "#components/ui/section.tsx";
import type { Step } from "#lib/today/steps.ts";

/** Where to begin, for whoever came today; one press and it is never seen again. */
export function FirstSteps({ steps }: { steps: readonly Step[] }) {
  const t = useTranslations("today.steps");
  const [isSeen, setIsSeen] = useState(false);
  if (isSeen) return null;
  const put = () => {
    setIsSeen(true);
    send({
      name: "person.edit-preferences",
      input: { isNewcomer: false },
      onRefused: () => setIsSeen(false),
    });
  };
  return (
    <Section
      title={t("title")}
      note={t("note")}
      aside={
        <Button variant="quiet" onClick={put}>
          {t("done")}
        </Button>
      }
    >
      <ol className="grid gap-x-6 md:grid-cols-3">
        {steps.map(({ name, href }) => (
          <li key={name}>
            <Link
              href={href}
              data-line
              className="-mx-2 block rounded-control px-2 py-1.5 hover:bg-sunk max-md:py-2.5"
            >
              <span className="block font-medium">{t(`to.${name}.title`)}</span>
              <span className="block text-xs text-ink-muted">{t(`to.${name}.note`)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </Section>
  );
}
