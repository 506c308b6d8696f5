"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLookup } from "#components/form/use-lookup.ts";
import { useAboutRows } from "#components/insight/dialogs/about-rows.ts";
import { isWaiting, type Triage } from "#components/insight/inbox/use-triage.ts";
import { placeFrom, placeOptions, placeValue } from "#components/theme/place-options.ts";
import { useGiveTheme } from "#components/theme/use-give-theme.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Picker } from "#components/ui/combobox/picker.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Select } from "#components/ui/select.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import * as z from "#lib/browser-zod.ts";
import type { InsightRow, TribeChoice } from "#lib/insights/views.ts";
import { type ThemeChoice, themeChoice } from "#lib/themes/views.ts";

type Props = {
  rows: readonly InsightRow[];
  tribes: readonly TribeChoice[];
  triage: Triage;
  /** The name of one to make: only where it lives is asked. */
  named?: string | undefined;
  onClose: () => void;
  /** The server has answered: for a page that shows what it says. */
  onDone?: (() => void) | undefined;
};

/** Finds the theme they belong under, or makes it. */
export default function ThemePicker({ rows, tribes, triage, named, onClose, onDone }: Props) {
  const [title, setTitle] = useState<string | null>(named ?? null);
  const give = useGiveTheme(rows, onDone);
  if (title === null)
    return (
      <Find
        rows={rows}
        onChoose={(theme, andTribe) => {
          const tribe = andTribe && tribes.find(({ code }) => code === theme.tribeCode);
          if (tribe) triage.groupAndGive(rows, theme, tribe);
          else give.group(theme);
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
        give.create(title, placeFrom(place));
        onClose();
      }}
      onBack={() => setTitle(null)}
      onClose={onClose}
    />
  );
}

function Find({
  rows,
  onChoose,
  onCreate,
  onClose,
}: Pick<Props, "rows" | "onClose"> & {
  /** `andTribe`: those that wait for a Tribe go to its. */
  onChoose: (theme: ThemeChoice, andTribe: boolean) => void;
  onCreate: (title: string) => void;
}) {
  const t = useTranslations("themes.picker");
  const about = useAboutRows(rows);
  const [text, setText] = useState("");
  const waiting = rows.filter(isWaiting).length;
  const [andTribe, setAndTribe] = useState(waiting > 0);
  const title = text.trim();
  // The most used ones until something is typed.
  const address = `/api/themes?q=${encodeURIComponent(text)}`;
  const lookup = useLookup(address, themesSaid, text ? 120 : 0);
  return (
    <Dialog open onClose={onClose} title={t("title")} description={about}>
      <Picker
        label={t("search")}
        hint={t("hint")}
        text={text}
        onText={setText}
        maxLength={300}
        choices={(lookup.said?.answer.themes ?? []).map((theme) => ({
          id: theme.id,
          label: theme.title,
          before: (
            <TribeFlag
              name={theme.tribeName}
              letters={theme.tribeCode}
              position={theme.tribePosition}
            />
          ),
          after: (
            <span className="text-xs whitespace-nowrap text-ink-muted">
              {t("count", { count: theme.insights })}
            </span>
          ),
          theme,
        }))}
        isSettled={lookup.isSettled}
        failure={lookup.hasFailed ? { onRetry: lookup.again } : undefined}
        nothing={title ? t("none") : ""}
        onTake={({ theme }) => onChoose(theme, andTribe)}
        create={
          title
            ? { label: t("create", { theme: title }), onCreate: () => onCreate(title) }
            : undefined
        }
      />
      {waiting > 0 ? (
        <Checkbox
          label={t("andTribe", { count: waiting })}
          checked={andTribe}
          onChange={(event) => setAndTribe(event.target.checked)}
          className="mt-3"
        />
      ) : null}
    </Dialog>
  );
}

const themesSaid = z.object({ themes: z.array(themeChoice) });

function Create({
  title,
  rows,
  tribes,
  onCreate,
  onBack,
  onClose,
}: Omit<Props, "onDone" | "named" | "triage"> & {
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
