import { useTranslations } from "next-intl";
import type { MouseEvent, ReactNode } from "react";
import { ActItems } from "#components/insight/acts/act-items.tsx";
import type { ActName } from "#components/insight/acts/acts.ts";
import type { Acts } from "#components/insight/acts/use-acts.ts";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { keysOf } from "#components/keyboard/key-map.ts";
import { classNames } from "#components/ui/class-names.ts";
import {
  Check,
  Clock,
  Ellipsis,
  GitMerge,
  type Icon,
  Layers,
  Reply,
  X,
} from "#components/ui/icons.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import type { TribeChoice } from "#lib/insights/views.ts";

/** Each in its place, whatever the insight: a phone has room for the first four beside the menu. */
const SHOWN = {
  theme: Layers,
  answer: Reply,
  merge: GitMerge,
  snooze: Clock,
  decline: X,
} as const satisfies Partial<Record<ActName, Icon>>;
const shown = ["theme", "answer", "merge", "snooze", "decline"] as const;
/** Declining is behind "more" on a phone, where a slip of the thumb is near. */
const IN_SIGHT: ReadonlySet<ActName> = new Set(["give", "theme", "answer", "merge", "snooze"]);

/**
 * What can be done, in words with its key, at the foot of what one reads: a button stays under the hand from one insight
 * to the next. Nothing where nothing may be done.
 */
export function Dock({
  acts,
  proposed,
  onComment,
}: {
  acts: Acts;
  /** The Tribe that is proposed, above the others. */
  proposed?: ReactNode;
  onComment: () => void;
}) {
  const t = useTranslations("insights.act");
  const { rows, tribes, offered } = acts;
  if (offered.length === 0) return null;
  const names = offered.map(({ name }) => name);
  return (
    // biome-ignore lint/a11y/useSemanticElements: it groups buttons, not fields.
    <div
      role="group"
      aria-label={t("dock")}
      data-dock
      className="grid shrink-0 gap-2 border-t border-line bg-canvas py-2.5 max-md:sticky max-md:bottom-0 max-md:z-10 max-md:pb-[calc(0.5rem+env(safe-area-inset-bottom))]"
    >
      {rows.length > 1 ? (
        <p className="px-6 text-xs text-ink-muted max-md:px-4">
          {t("onSelection", { count: rows.length })}
        </p>
      ) : null}
      {proposed}
      {tribes.length > 0 ? <Tribes acts={acts} /> : null}
      <div className="flex items-center px-5 max-md:px-1">
        {shown
          .filter((name) => names.includes(name))
          .map((name) => (
            <ActButton key={name} name={name} acts={acts} />
          ))}
        <span className="flex-1 max-md:hidden" />
        <Menu
          label={t("more")}
          trigger={{
            variant: "quiet",
            className:
              "max-md:flex-1 max-md:flex-col max-md:gap-0.5 max-md:px-0 max-md:text-2xs max-md:font-normal",
          }}
          button={
            <>
              <Ellipsis aria-hidden size={16} strokeWidth={1.5} />
              <span className="md:sr-only">{t("rest")}</span>
            </>
          }
        >
          <ActItems acts={acts} isWanted={({ name }) => !IN_SIGHT.has(name)} />
          <MenuItem keys={keysOf("comment")} onSelect={onComment}>
            {t("comment")}
          </MenuItem>
        </Menu>
      </div>
    </div>
  );
}

function Tribes({ acts }: { acts: Acts }) {
  const t = useTranslations("insights");
  const isThere = ({ id }: TribeChoice) => acts.rows.every(({ tribeId }) => tribeId === id);
  return (
    // biome-ignore lint/a11y/useSemanticElements: it groups buttons, not fields.
    <div
      role="group"
      aria-label={t("dialog.giveTitle")}
      className="flex flex-wrap gap-1.5 px-6 max-md:flex-nowrap max-md:gap-1 max-md:overflow-x-auto max-md:px-4"
    >
      {acts.tribes.map((tribe, index) => (
        <button
          key={tribe.id}
          type="button"
          aria-keyshortcuts={`${index + 1}`}
          aria-pressed={isThere(tribe)}
          onClick={once(() => acts.give(tribe))}
          className={classNames(TRIBE, isThere(tribe) && "border-transparent bg-sunk")}
        >
          {isThere(tribe) ? (
            <Check aria-hidden size={14} strokeWidth={2} />
          ) : (
            <KeyHint keys={`${index + 1}`} />
          )}
          {tribe.name}
        </button>
      ))}
      <button
        type="button"
        aria-keyshortcuts={keysOf("assign")}
        onClick={once(() => acts.run("give"))}
        className={TRIBE}
      >
        <KeyHint keys={keysOf("assign")} />
        {t("act.byName")}
      </button>
    </div>
  );
}

const TRIBE =
  "inline-flex h-7 shrink-0 items-center gap-1.5 rounded-control border border-edge bg-surface pr-2 pl-1.5 font-medium hover:bg-sunk max-md:h-11 max-md:px-2";

function ActButton({ name, acts }: { name: keyof typeof SHOWN; acts: Acts }) {
  const t = useTranslations("insights.act");
  const Icon = SHOWN[name];
  const key = acts.offered.find((one) => one.name === name)?.key;
  return (
    <button
      type="button"
      aria-keyshortcuts={key ? keysOf(key) : undefined}
      onClick={once(() => acts.run(name))}
      className={classNames(
        "inline-flex h-7 shrink-0 items-center gap-1.5 rounded-control px-1.5 hover:bg-sunk",
        "max-md:h-11 max-md:flex-1 max-md:flex-col max-md:justify-center max-md:gap-0.5 max-md:px-0 max-md:text-2xs max-md:text-ink-muted",
        name === "decline" && "max-md:hidden",
      )}
    >
      {key ? <KeyHint keys={keysOf(key)} className="max-md:hidden" /> : null}
      <Icon aria-hidden size={16} strokeWidth={1.5} className="md:hidden" />
      {t(name)}
    </button>
  );
}

/** The second click of a double one would fall on the next insight, which is there by then. */
const once = (act: () => void) => (event: MouseEvent) => (event.detail < 2 ? act() : undefined);
