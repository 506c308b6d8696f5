import { useTranslations } from "next-intl";
import { useState } from "react";
import { useAboutRows } from "#components/insight/dialogs/about-rows.ts";
import { leftTribe } from "#components/insight/dialogs/left-tribe.ts";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { Button } from "#components/ui/button.tsx";
import { matching } from "#components/ui/combobox/choice.ts";
import { Picker } from "#components/ui/combobox/picker.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
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
  const choices = tribes.map((tribe, index) => ({
    id: tribe.id,
    label: tribe.name,
    also: tribe.code,
    before: (
      <TribeFlag name={tribe.name} letters={tribe.code} position={tribe.position} decorative />
    ),
    ...(index < 9 ? { digit: index + 1 } : {}),
    tribe,
  }));
  return (
    <Dialog open onClose={onClose} title={t("giveTitle")} description={about}>
      <Picker
        label={t("giveSearch")}
        text={text}
        onText={setText}
        choices={matching(choices, text)}
        nothing={t("giveNone")}
        onTake={({ tribe }) => onChoose(tribe)}
      />
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
