import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAboutRows } from "#components/insight/dialogs/about-rows.ts";
import { leftTribe } from "#components/insight/dialogs/left-tribe.ts";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import type { InsightRow, TribeChoice } from "#lib/insights/views.ts";

type Props = {
  rows: readonly InsightRow[];
  tribes: readonly TribeChoice[];
  /** Already chosen by a digit: only the reason is asked. */
  chosen?: TribeChoice | undefined;
  onGive: (tribe: TribeChoice, reason?: string) => void;
  onClose: () => void;
};

/** By the Tribe's name; and by a reason when they leave another one. */
export function GiveDialog({ rows, tribes, chosen, onGive, onClose }: Props) {
  const [tribe, setTribe] = useState(chosen);
  const leaving = tribe ? leftTribe(rows, tribes, tribe) : undefined;
  function choose(next: TribeChoice) {
    if (leftTribe(rows, tribes, next)) return setTribe(next);
    onGive(next);
    onClose();
  }
  if (!tribe || !leaving)
    return <ByName rows={rows} tribes={tribes} onChoose={choose} onClose={onClose} />;
  return (
    <WithReason
      rows={rows}
      from={leaving}
      to={tribe}
      onGive={(reason) => {
        onGive(tribe, reason);
        onClose();
      }}
      onClose={onClose}
    />
  );
}

function ByName({
  rows,
  tribes,
  onChoose,
  onClose,
}: Pick<Props, "rows" | "tribes" | "onClose"> & { onChoose: (tribe: TribeChoice) => void }) {
  const t = useTranslations("insights.dialog");
  const about = useAboutRows(rows);
  const [text, setText] = useState("");
  const found = tribes.filter(({ name, code }) => plain(`${name} ${code}`).includes(plain(text)));
  return (
    <Dialog open onClose={onClose} title={t("giveTitle")} description={about}>
      <form
        className="mt-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (found[0]) onChoose(found[0]);
        }}
      >
        <Field
          label={t("giveSearch")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          data-autofocus
          autoComplete="off"
        />
        <ul className="mt-2 grid">
          {found.map((tribe) => (
            <li key={tribe.id}>
              <button
                type="button"
                onClick={() => onChoose(tribe)}
                className="flex h-8 w-full items-center gap-2.5 rounded-control px-2 text-left hover:bg-accent-soft max-md:h-11"
              >
                <TribeFlag
                  name={tribe.name}
                  letters={tribe.code}
                  position={tribe.position}
                  decorative
                />
                {tribe.name}
              </button>
            </li>
          ))}
        </ul>
        <p role="status" className="text-ink-muted">
          {found.length === 0 ? t("giveNone") : ""}
        </p>
      </form>
    </Dialog>
  );
}

function WithReason({
  rows,
  from,
  to,
  onGive,
  onClose,
}: {
  rows: readonly InsightRow[];
  from: TribeChoice;
  to: TribeChoice;
  onGive: (reason: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations("insights.dialog");
  const about = useAboutRows(rows);
  const [reason, setReason] = useState("");
  const submit = () => (reason.trim() ? onGive(reason.trim()) : undefined);
  useKeys("dialog", { send: submit });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("reasonTitle", { from: from.name, to: to.name })}
      description={about}
    >
      <form
        className="mt-3"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextArea
          label={t("reason")}
          hint={t("reasonHint", { from: from.name })}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          required
          maxLength={5000}
          data-autofocus
        />
        <DialogActions>
          <Button variant="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button type="submit" variant="primary" keys={keysOf("send")}>
            {t("give", { tribe: to.name })}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase();
}
