"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { useAnswer } from "#components/form/use-answer.ts";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { connectionOf } from "#components/source/connection-of.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { submitForm } from "#lib/act.ts";
import { askDesk } from "#lib/desks/actions.ts";
import type { SourceView } from "#lib/desks/reads/connections.ts";
import type { Trial } from "#lib/desks/reads/try-connection.ts";
import { connectionKinds } from "#lib/desks/schema.ts";

/** A connection to a Jira, new or as it is; says what would come in before anything does. */
export function ConnectionForm({ source }: { source: SourceView | null }) {
  const t = useTranslations("sources.form");
  const kinds = useTranslations("sources.kind");
  const format = useFormatter();
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const errors = useTranslations("errors");
  const jiraErrors = useTranslations("jiraErrors");
  const { send, refusal, fields, isPending } = useAnswer();
  const [trial, setTrial] = useState<(Trial & { byTypes: boolean }) | null>(null);
  const [operationId] = useState(() => crypto.randomUUID());
  const given = () =>
    connectionOf(new FormData(form.current ?? undefined), source && { ...source });
  const attempt = () => {
    if (!form.current?.reportValidity()) return;
    const asked = given();
    send(
      async () => {
        setTrial(null);
        const answer = await askDesk(asked);
        if (answer.ok)
          setTrial({ ...answer.result, byTypes: asked.admits.requestTypes.length > 0 });
        return answer;
      },
      { done: null },
    );
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    setTrial(null);
    send(() => submitForm("source.save", { ...given(), operationId }), {
      done: t("saved"),
      after: () => (source ? undefined : router.push("/settings/sources")),
    });
  };
  const keptSince = (name: string) => {
    const kept = source?.secrets.find((secret) => secret.name === name)?.updatedAt;
    return kept ? format.dateTime(kept, { dateStyle: "medium" }) : null;
  };
  const tokenSince = keptSince("api-token");
  const webhookSince = keptSince("webhook");
  const admits = source?.admits;
  const list = (words: string[] | undefined) => words?.join(", ") ?? "";
  return (
    <form ref={form} onSubmit={save} className="grid max-w-xl gap-3">
      <Field
        label={t("name")}
        hint={t("nameHint")}
        name="name"
        required
        maxLength={120}
        defaultValue={source?.name}
      />
      <Select
        label={t("kind")}
        name="kind"
        defaultValue={source?.kind ?? "jira-cloud"}
        options={connectionKinds.map((kind) => ({
          value: kind,
          label: kinds(kind),
        }))}
      />
      <Field
        label={t("site")}
        hint={t("siteHint")}
        name="siteUrl"
        type="url"
        required
        maxLength={300}
        defaultValue={source?.siteUrl ?? ""}
        error={"siteUrl" in fields ? jiraErrors("address") : undefined}
      />
      <Field
        label={t("account")}
        hint={t("accountHint")}
        name="account"
        maxLength={320}
        autoComplete="off"
        defaultValue={source?.account ?? ""}
      />
      <Field
        label={t("token")}
        hint={tokenSince ? t("tokenKept", { when: tokenSince }) : t("tokenHint")}
        name="apiToken"
        type="password"
        autoComplete="new-password"
        maxLength={4000}
        required={!tokenSince}
      />
      <Field
        label={t("projects")}
        hint={t("projectsHint")}
        name="projects"
        defaultValue={list(admits?.projects)}
        error={"admits.projects" in fields ? errors("source-admits-nothing") : undefined}
      />
      <Field
        label={t("requestTypes")}
        optional={t("optional")}
        hint={t("requestTypesHint")}
        name="requestTypes"
        defaultValue={list(admits?.requestTypes)}
      />
      <Field
        label={t("issueTypes")}
        optional={t("optional")}
        name="issueTypes"
        defaultValue={list(admits?.issueTypes)}
      />
      <TextArea
        label={t("query")}
        optional={t("optional")}
        hint={t("queryHint")}
        name="query"
        rows={2}
        maxLength={2000}
        defaultValue={admits?.query}
      />
      <Field
        label={t("webhook")}
        optional={t("optional")}
        hint={webhookSince ? t("webhookKept", { when: webhookSince }) : t("webhookHint")}
        name="webhookSecret"
        type="password"
        autoComplete="new-password"
        maxLength={4000}
      />
      <RefusalLine>{refusal}</RefusalLine>
      <p role="status" className="empty:hidden">
        {trial ? t("trial", { person: trial.person, count: trial.count }) : null}{" "}
        {trial?.byTypes ? t("trialTypes") : null}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button disabled={isPending} onClick={attempt}>
          {isPending ? t("trying") : t("try")}
        </Button>
        <Button type="submit" variant="primary" disabled={isPending}>
          {source ? t("saveEdit") : t("save")}
        </Button>
      </div>
    </form>
  );
}
