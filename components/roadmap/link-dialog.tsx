"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { ActionForm } from "#components/form/action-form.tsx";
import { askServer } from "#components/form/ask-server.ts";
import type { Tying } from "#components/roadmap/use-links.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import {
  type InitiativeLinks,
  initiativeLinks,
  type ServedKeyResult,
} from "#lib/initiatives/views.ts";
import { quarterName } from "#lib/quarter.ts";

type Props = { tying: Tying; quarter: string; onClose: () => void };

/** Ties an initiative to a key result or to its Jira epic, from the roadmap. */
export default function LinkDialog({ tying, quarter, onClose }: Props) {
  const t = useTranslations("roadmap.link");
  const { tie, subject } = tying;
  const { links, hasFailed, look } = useLinksOf(subject.initiativeId, quarter);
  return (
    <Dialog open onClose={onClose} title={t(`${tie}.title`)} description={subject.title}>
      <div className="mt-3 min-h-24">
        {hasFailed ? <p className="text-bad">{t("failed")}</p> : null}
        {!links && !hasFailed ? <p className="text-ink-muted">{t("loading")}</p> : null}
        {links && tie === "epic" ? <EpicForm {...{ links, subject, onClose }} /> : null}
        {links && tie === "keyResult" ? (
          <KeyResultForm {...{ links, subject, quarter, onClose, look }} />
        ) : null}
      </div>
    </Dialog>
  );
}

type FormProps = { links: InitiativeLinks; subject: Tying["subject"]; onClose: () => void };

function EpicForm({ links, subject, onClose }: FormProps) {
  const t = useTranslations("roadmap.link.epic");
  const { delivery } = links;
  return (
    <ActionForm
      action="initiative.link-epic"
      fixed={{ initiativeId: subject.initiativeId, version: links.version }}
      done={t("done")}
      undoable
      submit={t("save")}
      onDone={onClose}
    >
      <Field
        label={t("key")}
        hint={t("hint")}
        name="epicKey"
        placeholder="PLA-123"
        pattern="[A-Za-z][A-Za-z0-9_]*-[1-9][0-9]*"
        defaultValue={links.epicKey ?? ""}
        autoFocus
      />
      {delivery?.status && !delivery.failure ? (
        <p className="mt-2 text-ink-muted">
          {t("stands", {
            status: delivery.status,
            done: delivery.childrenDone,
            total: delivery.childrenTotal,
          })}
        </p>
      ) : null}
      {delivery?.failure ? <p className="mt-2 text-bad">{t("unread")}</p> : null}
    </ActionForm>
  );
}

function KeyResultForm({
  links,
  subject,
  quarter,
  onClose,
  look,
}: FormProps & { quarter: string; look: () => void }) {
  const t = useTranslations("roadmap.link.keyResult");
  const { served, free } = links;
  return (
    <>
      {served.length === 0 ? null : (
        <ul className="mb-3 border-b border-line">
          {served.map((one) => (
            <Served key={one.id} one={one} initiativeId={subject.initiativeId} onDone={look} />
          ))}
        </ul>
      )}
      {free.length === 0 ? (
        <p className="text-ink-muted">
          {t("none", { quarter: quarterName(quarter) })}{" "}
          <Link href={`/okrs/${quarter}`} className="opens">
            {t("open")}
          </Link>
        </p>
      ) : (
        <ActionForm
          action="initiative.link-key-results"
          fixed={{ initiativeId: subject.initiativeId }}
          lists={["keyResultIds"]}
          done={t("done")}
          undoable
          submit={t("save")}
          onDone={onClose}
        >
          <Select
            label={t("label", { quarter: quarterName(quarter) })}
            name="keyResultIds"
            required
            autoFocus
            empty={t("pick")}
            options={free.map((one) => ({
              value: one.id,
              label: `${one.owner ?? t("company")} · ${one.title}`,
            }))}
          />
        </ActionForm>
      )}
    </>
  );
}

function Served({
  one,
  initiativeId,
  onDone,
}: {
  one: ServedKeyResult;
  initiativeId: string;
  onDone: () => void;
}) {
  const t = useTranslations("roadmap.link.keyResult");
  return (
    <li className="flex items-center gap-3 border-t border-line py-1.5">
      <span className="min-w-0 flex-1">
        {one.title}
        <span className="block text-xs text-ink-muted">
          {one.owner ?? t("company")} · {quarterName(one.quarter)}
        </span>
      </span>
      <ActionForm
        action="initiative.unlink-key-results"
        fixed={{ initiativeId }}
        lists={["keyResultIds"]}
        done={t("undone")}
        undoable
        submit={t("unlink")}
        variant="quiet"
        className=""
        onDone={onDone}
      >
        <input type="hidden" name="keyResultIds" value={one.id} />
      </ActionForm>
    </li>
  );
}

function useLinksOf(initiativeId: string, quarter: string) {
  const [links, setLinks] = useState<InitiativeLinks | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const look = useCallback(async () => {
    const address = `/api/initiatives/links?id=${initiativeId}&quarter=${quarter}`;
    const found = await askServer(address, initiativeLinks);
    setHasFailed(!found);
    if (found) setLinks(found);
  }, [initiativeId, quarter]);
  useEffect(() => void look(), [look]);
  return { links, hasFailed, look: () => void look() };
}
