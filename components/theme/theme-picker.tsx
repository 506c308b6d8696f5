"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { send } from "#components/commands/command-queue.ts";
import { useAsked } from "#components/form/use-asked.ts";
import { useAboutRows } from "#components/insight/dialogs/about-rows.ts";
import { placeFrom, placeOptions, placeValue } from "#components/theme/place-options.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import * as z from "#lib/browser-zod.ts";
import type { Asked } from "#lib/commands.ts";
import { insightKey } from "#lib/insights/number.ts";
import type { InsightRow, TribeChoice } from "#lib/insights/views.ts";
import { type ThemeChoice, themeChoice } from "#lib/themes/views.ts";

type Props = {
  rows: readonly InsightRow[];
  tribes: readonly TribeChoice[];
  onClose: () => void;
  /** The server has answered: for a page that shows what it says. */
  onDone?: (() => void) | undefined;
};

/** Finds the theme they belong under, or makes it. */
export default function ThemePicker({ rows, tribes, onClose, onDone }: Props) {
  const [title, setTitle] = useState<string | null>(null);
  const give = useGive(rows, onDone);
  if (title === null)
    return (
      <Find
        rows={rows}
        onChoose={(theme) => {
          give(
            (insightIds) => ({ name: "theme.group", input: { themeId: theme.id, insightIds } }),
            theme.title,
          );
          onClose();
        }}
        onCreate={setTitle}
        onClose={onClose}
      />
    );
  return (
    <Create
      title={title}
      rows={rows}
      tribes={tribes}
      onCreate={(place) => {
        const given = { title, ...placeFrom(place) };
        give((insightIds) => ({ name: "theme.create", input: { ...given, insightIds } }), title);
        onClose();
      }}
      onBack={() => setTitle(null)}
      onClose={onClose}
    />
  );
}

type GivenTo = Asked<"theme.group" | "theme.create">;

function useGive(rows: readonly InsightRow[], onDone: Props["onDone"]) {
  const t = useTranslations("themes.done");
  return (asked: (insightIds: string[]) => GivenTo, theme: string) => {
    const insight = rows[0] ? insightKey(rows[0].number) : "";
    const given = asked(rows.map(({ id }) => id));
    send({
      ...given,
      label: t(given.name === "theme.group" ? "grouped" : "created", {
        count: rows.length,
        insight,
        theme,
      }),
      undoable: true,
      ...(onDone ? { onDone } : {}),
    });
  };
}

function Find({
  rows,
  onChoose,
  onCreate,
  onClose,
}: Pick<Props, "rows" | "onClose"> & {
  onChoose: (theme: ThemeChoice) => void;
  onCreate: (title: string) => void;
}) {
  const t = useTranslations("themes.picker");
  const about = useAboutRows(rows);
  const [text, setText] = useState("");
  const found = useFoundThemes(text);
  const title = text.trim();
  function first(event: FormEvent) {
    event.preventDefault();
    const theme = found?.[0];
    if (theme && title) onChoose(theme);
    else if (title && found) onCreate(title);
  }
  return (
    <Dialog open onClose={onClose} title={t("title")} description={about}>
      <form className="mt-3" onSubmit={first}>
        <Field
          label={t("search")}
          hint={t("hint")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          maxLength={300}
          autoComplete="off"
          data-autofocus
        />
        <ul className="mt-2 grid grid-cols-[minmax(0,1fr)]">
          {found?.map((theme) => (
            <li key={theme.id}>
              <button type="button" onClick={() => onChoose(theme)} className={CHOICE}>
                <TribeFlag
                  name={theme.tribeName}
                  letters={theme.tribeCode}
                  position={theme.tribePosition}
                />
                <span className="min-w-0 flex-1 py-1 wrap-anywhere">{theme.title}</span>
                <span className="text-xs whitespace-nowrap text-ink-muted">
                  {t("count", { count: theme.insights })}
                </span>
              </button>
            </li>
          ))}
          {title ? (
            <li>
              <button type="button" onClick={() => onCreate(title)} className={CHOICE}>
                <span className="min-w-0 flex-1 py-1 wrap-anywhere text-accent">
                  {t("create", { theme: title })}
                </span>
              </button>
            </li>
          ) : null}
        </ul>
        <p role="status" className="text-ink-muted">
          {title && found?.length === 0 ? t("none") : ""}
        </p>
      </form>
    </Dialog>
  );
}

const CHOICE =
  "flex min-h-8 w-full items-center gap-2.5 rounded-control px-2 text-left hover:bg-accent-soft max-md:min-h-11";

function Create({
  title,
  rows,
  tribes,
  onCreate,
  onBack,
  onClose,
}: Omit<Props, "onDone"> & {
  title: string;
  onCreate: (place: string) => void;
  onBack: () => void;
}) {
  const t = useTranslations("themes.picker");
  const about = useAboutRows(rows);
  const [row] = rows;
  const options = placeOptions(tribes);
  const [place, setPlace] = useState(
    row?.tribeId ? placeValue({ tribeId: row.tribeId, teamId: row.teamId }) : "",
  );
  return (
    <Dialog open onClose={onClose} title={t("create", { theme: title })} description={about}>
      <form
        className="mt-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (place) onCreate(place);
        }}
      >
        <Select
          label={t("place")}
          value={place}
          onChange={(event) => setPlace(event.target.value)}
          empty={t("choose")}
          options={options}
          required
          data-autofocus
        />
        <DialogActions>
          <Button variant="quiet" onClick={onBack}>
            {t("back")}
          </Button>
          <Button type="submit" variant="primary">
            {t("confirm")}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

const themesSaid = z.object({ themes: z.array(themeChoice) });

/** The most used ones until something is typed; undefined until the server has answered for these words. */
function useFoundThemes(text: string): ThemeChoice[] | undefined {
  const address = `/api/themes?q=${encodeURIComponent(text)}`;
  const said = useAsked(address, themesSaid, text ? 120 : 0);
  return said?.address === address ? said.answer.themes : undefined;
}
