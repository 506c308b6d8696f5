"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import type { TeamChoice } from "#lib/initiatives/reads/initiative.ts";

type Given = {
  title: string;
  problem: string;
  kind: string;
  origin: string;
  originReason: string | null;
  teamId: string;
};

/** What an initiative is: a problem to solve, whose, of what kind, from where. */
export function SubjectFields({ given, teams }: { given: Given; teams: readonly TeamChoice[] }) {
  const t = useTranslations("initiatives.form");
  const [origin, setOrigin] = useState(given.origin);
  return (
    <>
      <Field
        label={t("title")}
        name="title"
        required
        maxLength={300}
        defaultValue={given.title}
        data-autofocus
      />
      <TextArea
        label={t("problem")}
        hint={t("problemHint")}
        name="problem"
        maxLength={20000}
        defaultValue={given.problem}
      />
      <Select
        label={t("team")}
        name="teamId"
        required
        empty={t("chooseTeam")}
        defaultValue={given.teamId}
        options={teams.map((team) => ({
          value: team.id,
          label: `${team.tribeName} · ${team.name}`,
        }))}
      />
      <div className="grid grid-cols-2 gap-3 max-md:grid-cols-1">
        <RadioGroup
          legend={t("kind")}
          name="kind"
          required
          defaultValue={given.kind}
          options={[
            { value: "product", label: t("product") },
            { value: "tech", label: t("tech"), hint: t("techHint") },
          ]}
        />
        <RadioGroup
          legend={t("origin")}
          name="origin"
          required
          defaultValue={given.origin}
          onChange={setOrigin}
          options={[
            { value: "bottom-up", label: t("bottomUp"), hint: t("bottomUpHint") },
            { value: "top-down", label: t("topDown"), hint: t("topDownHint") },
          ]}
        />
      </div>
      {origin === "top-down" ? (
        <Field
          label={t("originReason")}
          name="originReason"
          maxLength={2000}
          defaultValue={given.originReason ?? ""}
          optional={t("optional")}
        />
      ) : null}
    </>
  );
}
