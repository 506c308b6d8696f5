import { useTranslations } from "next-intl";
import { send } from "#components/commands/command-queue.ts";
import { Pressable } from "#components/insight/dialogs/pressable.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { X } from "#components/ui/icons.tsx";
import type { KeptReason, Usual } from "#lib/proposals/views.ts";

/** Reasons to decline: those that the team keeps, one of which is named, and what one's team said before. */
export function DeclineReasons({
  reasons,
  dropped,
  reasonId,
  note,
  onReason,
  onNote,
  onDrop,
}: {
  reasons: Usual;
  /** Taken away just now. */
  dropped: readonly string[];
  reasonId: string | null;
  note: string;
  onReason: (id: string | null) => void;
  onNote: (note: string) => void;
  onDrop: (id: string) => void;
}) {
  const t = useTranslations("insights.dialog");
  const kept = reasons.kept.filter(({ id }) => !dropped.includes(id));
  if (kept.length + reasons.usual.length === 0) return null;
  function drop({ id, words, version }: KeptReason) {
    if (reasonId === id) onReason(null);
    onDrop(id);
    send({
      name: "insight.archive-reason",
      input: { id, version },
      label: t("reasonDropped", { reason: words }),
      undoable: true,
    });
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: it groups buttons, not fields.
    <div role="group" aria-label={t("reasons")} className="grid justify-items-start gap-1">
      {kept.map((one) => (
        <span key={one.id} className="group flex max-w-full items-center gap-1">
          <Pressable
            isPressed={reasonId === one.id}
            onPress={() => onReason(reasonId === one.id ? null : one.id)}
          >
            {one.words}
          </Pressable>
          <IconButton
            icon={<X aria-hidden size={14} strokeWidth={1.5} />}
            label={t("archiveReason", { reason: one.words })}
            onClick={() => drop(one)}
            className="opacity-0 group-hover:opacity-100 focus-visible:opacity-100 touch:opacity-100"
          />
        </span>
      ))}
      {reasons.usual.map((words) => (
        <Pressable key={words} isPressed={note === words} onPress={() => onNote(words)}>
          {words}
        </Pressable>
      ))}
    </div>
  );
}
