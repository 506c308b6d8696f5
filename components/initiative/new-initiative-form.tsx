"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { answered } from "#components/form/answered.ts";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { useRefusalSentence } from "#components/i18n/use-refusal-sentence.ts";
import { SubjectFields } from "#components/initiative/subject-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { submitFormAndLeave } from "#lib/act.ts";
import type { TeamChoice, ThemeForInitiative } from "#lib/initiatives/reads/initiative.ts";

/** A new initiative, begun from the themes it answers. */
export function NewInitiativeForm({
  themes,
  teams,
  teamId,
}: {
  themes: readonly ThemeForInitiative[];
  teams: readonly TeamChoice[];
  /** Proposed. */
  teamId: string;
}) {
  const t = useTranslations("initiatives");
  const refusalSentence = useRefusalSentence();
  const router = useRouter();
  const [operationId] = useState(() => crypto.randomUUID());
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isPending, start] = useTransition();
  const [theme] = themes;
  const save = (form: FormData) =>
    start(async () => {
      const fields = Object.fromEntries(form.entries());
      const themeIds = themes.map((one) => one.id);
      const answer = await answered(() =>
        submitFormAndLeave("initiative.create", { ...fields, themeIds, operationId }),
      );
      if (answer.ok) router.push(`/initiatives/${answer.result.number}`);
      else setRefusal(refusalSentence(answer.error));
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save(new FormData(event.currentTarget));
      }}
      className="grid max-w-2xl gap-4 px-6 py-4 max-md:px-4"
    >
      <SubjectFields
        teams={teams}
        given={{
          title: theme?.title ?? "",
          problem: theme?.description ?? "",
          kind: "product",
          origin: "bottom-up",
          originReason: null,
          teamId,
        }}
      />
      <RefusalLine>{refusal}</RefusalLine>
      <div>
        <Button type="submit" variant="primary" disabled={isPending}>
          {t("form.create")}
        </Button>
      </div>
    </form>
  );
}
