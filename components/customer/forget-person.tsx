import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "#components/form/action-form.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Cell, ColumnHead, Row, RowHead, Table } from "#components/ui/table.tsx";
import type { RequesterView } from "#lib/customers/reads/requesters.ts";
import type { ErasurePreview } from "#lib/erasure/reads/preview.ts";

/** Finds somebody who asked for something, says what would go, and forgets them on the second button. */
export async function ForgetPerson({
  text,
  found,
  asked,
}: {
  text: string;
  found: readonly RequesterView[];
  asked: { id: string; preview: ErasurePreview } | null;
}) {
  const t = await getTranslations("customers.forget");
  return (
    <>
      <form className="flex flex-wrap items-end gap-2 border-b border-line px-6 py-3 max-md:px-4">
        <input type="hidden" name="view" value="people" />
        <Field
          label={t("search")}
          name="q"
          defaultValue={text}
          maxLength={200}
          minLength={2}
          autoComplete="off"
        />
        <Button type="submit">{t("find")}</Button>
      </form>
      {asked ? <Confirm id={asked.id} text={text} preview={asked.preview} /> : null}
      {text.trim().length < 2 ? (
        <p className="max-w-prose px-6 py-4 text-ink-muted max-md:px-4">{t("explain")}</p>
      ) : found.length === 0 ? (
        <p className="px-6 py-4 text-ink-muted max-md:px-4">{t("nobody", { text })}</p>
      ) : (
        <Table caption={t("found")}>
          <thead>
            <tr>
              <ColumnHead>{t("name")}</ColumnHead>
              <ColumnHead className="max-md:hidden">{t("customer")}</ColumnHead>
              <ColumnHead number className="max-md:hidden">
                {t("insights")}
              </ColumnHead>
              <ColumnHead>
                <span className="sr-only">{t("open")}</span>
              </ColumnHead>
            </tr>
          </thead>
          <tbody>
            {found.map((person) => (
              <Row key={person.id}>
                <RowHead className="wrap-anywhere">
                  {person.name}
                  <span className="block text-xs font-normal text-ink-muted">{person.email}</span>
                </RowHead>
                <Cell className="text-xs text-ink-muted max-md:hidden">{person.organisation}</Cell>
                <Cell number className="max-md:hidden">
                  {person.insights}
                </Cell>
                <Cell className="text-right">
                  <ButtonLink
                    variant="quiet"
                    href={`/settings/customers?${new URLSearchParams({ view: "people", q: text, forget: person.id })}`}
                    aria-label={t("openFor", { name: person.name })}
                  >
                    {t("open")}
                  </ButtonLink>
                </Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
    </>
  );
}

async function Confirm({
  id,
  text,
  preview,
}: {
  id: string;
  text: string;
  preview: ErasurePreview;
}) {
  const t = await getTranslations("customers.forget");
  const { entries, rows } = preview;
  const { tickets = 0, comments = 0 } = rows;
  const [first] = entries;
  return (
    <section
      aria-label={t("title", { name: first?.name ?? "" })}
      className="border-b border-line bg-canvas px-6 py-4 max-md:px-4"
    >
      <h2 className="text-base font-semibold">{t("title", { name: first?.name ?? "" })}</h2>
      <div className="mt-1 grid max-w-prose gap-2">
        <p>{t("what", { entries: entries.length, tickets, comments })}</p>
        {entries.length > 1 ? (
          <ul className="text-xs text-ink-muted">
            {entries.map((entry) => (
              <li key={entry.id}>{[entry.name, entry.email].filter(Boolean).join(" · ")}</li>
            ))}
          </ul>
        ) : null}
        <p>{t("stays")}</p>
        <p className="font-medium text-bad">{t("final")}</p>
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-4">
        <ActionForm
          action="requester.erase"
          fixed={{ requesterId: id }}
          submit={t("confirm")}
          done={t("done")}
        />
        <Link
          href={`/settings/customers?${new URLSearchParams({ view: "people", q: text })}`}
          className="opens"
        >
          {t("keep")}
        </Link>
      </div>
    </section>
  );
}
