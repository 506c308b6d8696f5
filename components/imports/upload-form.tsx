"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { RefusalLine } from "#components/form/refusal-line.tsx";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { useRefusalSentence } from "#components/i18n/use-refusal-sentence.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { matching } from "#components/ui/combobox/choice.ts";
import { ComboField } from "#components/ui/combobox/combo-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { Meter } from "#components/ui/meter.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { Select } from "#components/ui/select.tsx";
import { importSubjects } from "#lib/imports/subjects.ts";
import { tooLarge } from "#lib/tables/too-large.ts";
import { FileDrop } from "./file-drop.tsx";
import { inBytes } from "./in-bytes.ts";
import { useUpload } from "./use-upload.ts";

type Source = { name: string; siteUrl: string | null };

/** The file, the desk it comes from (that of the last file proposed), and what may be said of it beforehand. */
export function UploadForm({
  sources,
  last,
  limit,
}: {
  sources: Source[];
  last: string | null;
  /** Bytes. */
  limit: number;
}) {
  const t = useTranslations("imports.upload");
  const refusalSentence = useRefusalSentence();
  const format = useFormatter();
  const router = useRouter();
  const [file, setFile] = useState<File | null>(null);
  const siteOf = (name: string | null) => sources.find((source) => source.name === name)?.siteUrl;
  const [site, setSite] = useState(siteOf(last) ?? "");
  // One id an attempt, so that a second click acts once.
  const [operation, setOperation] = useState(() => crypto.randomUUID());
  const { upload, send, refuse, stop } = useUpload((id) => router.push(`/imports/${id}`));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!file) return refuse("imports.upload.noFile");
    // Told before hours of sending; the server counts again.
    if (file.size > limit) {
      const { key, params } = tooLarge(file.size, limit);
      return refuse(key, params);
    }
    const given = new FormData(event.currentTarget);
    const query = new URLSearchParams({ file: file.name, operation });
    for (const name of ["of", "source", "site", "dates", "zone", "preview"])
      query.set(name, String(given.get(name) ?? "").trim());
    send(file, query);
    setOperation(crypto.randomUUID());
  };
  const [source, setSource] = useState(last ?? "Jira");
  const [asked, setAsked] = useState<boolean | null>(null);
  // What a source's files hold is looked at once before anything of it is kept.
  const isFirst = !sources.some(({ name }) => name === source.trim());
  const propose = (name: string) => {
    setSource(name);
    const known = siteOf(name.trim());
    if (known) setSite(known);
  };
  return (
    <form onSubmit={submit} className="grid max-w-2xl gap-3">
      <FileDrop file={file} onFile={setFile} />
      <Select
        label={t("of")}
        hint={t("ofHint")}
        name="of"
        className="max-w-md"
        options={importSubjects.map((one) => ({ value: one, label: t(`ofSubject.${one}`) }))}
      />
      <div className="grid gap-3 md:grid-cols-2">
        <ComboField
          label={t("source")}
          className="content-start"
          hint={t("sourceHint")}
          name="source"
          text={source}
          onText={propose}
          choices={named(sources, source)}
          onTake={({ label }) => propose(label)}
          isFree
          required
          maxLength={120}
        />
        <Field
          label={t("site")}
          optional={t("optional")}
          className="content-start"
          hint={t("siteHint")}
          name="site"
          type="url"
          placeholder="https://…"
          value={site}
          onChange={(event) => setSite(event.target.value)}
          maxLength={300}
        />
      </div>
      <details>
        <summary className="text-xs font-medium text-ink-muted">{t("more")}</summary>
        <div className="mt-2 grid gap-3 md:grid-cols-2">
          <RadioGroup
            legend={t("dates")}
            name="dates"
            defaultValue=""
            options={[
              { value: "", label: t("datesAuto"), hint: t("datesAutoHint") },
              { value: "dmy", label: t("dmy") },
              { value: "mdy", label: t("mdy") },
            ]}
          />
          <Field
            label={t("zone")}
            optional={t("optional")}
            hint={t("zoneHint")}
            name="zone"
            maxLength={60}
          />
        </div>
      </details>
      {upload.step === "idle" ? (
        <>
          <RefusalLine>{upload.refusal ? refusalSentence(upload.refusal) : null}</RefusalLine>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <Button type="submit" variant="primary">
              {t("send")}
            </Button>
            <Checkbox
              name="preview"
              value="1"
              label={t("preview")}
              title={t("previewHint")}
              checked={asked ?? isFirst}
              onChange={(event) => setAsked(event.target.checked)}
            />
          </div>
        </>
      ) : (
        <div className="grid gap-2">
          <p role="status" className="text-xs text-ink-muted">
            {t("sending", {
              sent: inBytes(format, upload.sent),
              size: inBytes(format, upload.size),
            })}
          </p>
          <Meter value={upload.size === 0 ? 0 : upload.sent / upload.size} label={t("file")} />
          <div>
            <Button variant="quiet" onClick={stop}>
              {t("cancel")}
            </Button>
          </div>
        </div>
      )}
    </form>
  );
}

/** All of them where one's name stands already: another is meant. */
function named(sources: readonly Source[], text: string) {
  const choices = sources.map(({ name }) => ({ id: name, label: name }));
  return choices.some(({ label }) => label === text) ? choices : matching(choices, text);
}
