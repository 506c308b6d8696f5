"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLookup } from "#components/form/use-lookup.ts";
import { useAboutRows } from "#components/insight/dialogs/about-rows.ts";
import { isWaiting, type Triage } from "#components/insight/inbox/use-triage.ts";
import { useReasonWords } from "#components/insight/proposed/reason-words.ts";
import { useProposalsOf } from "#components/insight/proposed/use-proposals-of.ts";
import { placeFrom, placeOptions, placeValue } from "#components/theme/place-options.ts";
import { useGiveTheme } from "#components/theme/use-give-theme.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import type { Choice } from "#components/ui/combobox/choice.ts";
import { Picker } from "#components/ui/combobox/picker.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { CircleDashed } from "#components/ui/icons.tsx";
import { Select } from "#components/ui/select.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import * as z from "#lib/browser-zod.ts";
import type { InsightRow, TribeChoice } from "#lib/insights/views.ts";
import type { ThemeOption } from "#lib/proposals/views.ts";
import { themeNumberOf } from "#lib/themes/number.ts";
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

type Theme = Pick<ThemeChoice, "id" | "title" | "tribeCode">;
type ThemeLine = Choice & { theme: Theme };

function Find({
  rows,
  onChoose,
  onCreate,
  onClose,
}: Pick<Props, "rows" | "onClose"> & {
  /** `andTribe`: those that wait for a Tribe go to its. */
  onChoose: (theme: Theme, andTribe: boolean) => void;
  onCreate: (title: string) => void;
}) {
  const t = useTranslations("themes.picker");
  const about = useAboutRows(rows);
  const reason = useReasonWords();
  const [text, setText] = useState("");
  const waiting = rows.filter(isWaiting).length;
  const [andTribe, setAndTribe] = useState(waiting > 0);
  const title = text.trim();
  // Until something is typed: what is likely, one's own team's, then the most used.
  const address = `/api/themes?q=${encodeURIComponent(text)}`;
  const lookup = useLookup(address, themesSaid, text ? 120 : 0);
  const proposed = useProposalsOf(rows, () => {});
  const likely = title ? [] : (proposed.open?.themes ?? []);
  const others = (lookup.said?.answer.themes ?? []).filter(
    ({ id }) => !likely.some(({ theme }) => theme.id === id),
  );
  const lineOf = (theme: ThemeChoice): ThemeLine => ({
    id: theme.id,
    label: theme.title,
    // A number means one theme, whoever's it is: then there are no headings.
    ...(themeNumberOf(title) === null
      ? { group: theme.isMine && theme.team ? t("ofMyTeam", { team: theme.team }) : t("ofOthers") }
      : {}),
    before: (
      <TribeFlag name={theme.tribeName} letters={theme.tribeCode} position={theme.tribePosition} />
    ),
    after: (
      <span className="text-xs whitespace-nowrap text-ink-muted">
        {t("count", { count: theme.insights })}
      </span>
    ),
    theme,
  });
  const lineOfLikely = (option: ThemeOption): ThemeLine => ({
    id: option.theme.id,
    label: option.theme.title,
    group: t("likely"),
    before: <CircleDashed aria-hidden size={14} strokeWidth={1.5} className="shrink-0" />,
    below: reason.of(option),
    theme: { ...option.theme, tribeCode: option.tribe.code },
  });
  return (
    <Dialog open onClose={onClose} title={t("title")} description={about}>
      <Picker<ThemeLine>
        label={t("search")}
        hint={t("hint")}
        text={text}
        onText={setText}
        maxLength={300}
        choices={[...likely.map(lineOfLikely), ...others.map(lineOf)]}
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
