import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionForm } from "#components/form/action-form.tsx";
import { DialogForm } from "#components/form/dialog-form.tsx";
import { Target } from "#components/ui/icons.tsx";
import { Select } from "#components/ui/select.tsx";
import type { ServedKeyResult } from "#lib/initiatives/views.ts";
import { quarterName } from "#lib/quarter.ts";

/** The key results an initiative serves, and the quarter's others to choose from. */
export function Serves({
  initiativeId,
  served,
  choices,
  mayLink,
}: {
  initiativeId: string;
  served: readonly ServedKeyResult[];
  choices: readonly ServedKeyResult[];
  mayLink: boolean;
}) {
  const t = useTranslations("initiatives.serves");
  const linked = new Set(served.map((one) => one.id));
  const free = choices.filter((one) => !linked.has(one.id));
  return (
    <section aria-label={t("title")} className="border-b border-line px-6 py-4 max-md:px-4">
      <div className="mb-1 flex flex-wrap items-center gap-3">
        <h2 className="text-base font-semibold">{t("title")}</h2>
        {mayLink && free.length > 0 ? (
          <DialogForm
            button={t("add")}
            look="quiet"
            title={t("choose")}
            action="initiative.link-key-results"
            fixed={{ initiativeId }}
            lists={["keyResultIds"]}
            done={t("linked")}
            undoable
            submit={t("link")}
          >
            <Select
              label={t("keyResult")}
              name="keyResultIds"
              required
              empty={t("pick")}
              options={free.map((one) => ({
                value: one.id,
                label: `${one.owner ?? t("company")} · ${one.title}`,
              }))}
            />
          </DialogForm>
        ) : null}
      </div>
      {served.length === 0 ? <p className="text-ink-muted">{t("none")}</p> : null}
      <ul>
        {served.map((one) => (
          <li
            key={one.id}
            className="flex flex-wrap items-center gap-x-3 border-t border-line py-1.5 first:border-t-0"
          >
            <Target aria-hidden size={14} strokeWidth={1.5} className="text-ink-muted" />
            <span className="min-w-0 flex-1">
              <Link href={`/okrs/${one.quarter}`} className="font-medium">
                {one.title}
              </Link>
              <span className="block text-xs text-ink-muted">
                {one.owner ?? t("company")} · {one.objective} · {quarterName(one.quarter)}
              </span>
            </span>
            {mayLink ? (
              <ActionForm
                action="initiative.unlink-key-results"
                fixed={{ initiativeId }}
                lists={["keyResultIds"]}
                done={t("unlinked")}
                undoable
                submit={t("unlink")}
                variant="quiet"
                className=""
              >
                <input type="hidden" name="keyResultIds" value={one.id} />
              </ActionForm>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
