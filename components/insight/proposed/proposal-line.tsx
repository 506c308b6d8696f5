import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { goOnFrom, placeOfHand, proposalKey } from "#components/insight/proposed/proposal-keys.ts";
import { CircleDashed } from "#components/ui/icons.tsx";

export type ProposalActs = {
  confirm: { words: string; label: string; run: () => void };
  refuse: { words: string; label: string; run: () => void } | null;
};

/** Neither empty nor decided: a dashed ring, what would be, why, and the two words that decide it. */
export function ProposalLine({
  name,
  title,
  beside,
  why,
  side,
  acts,
}: {
  /** What it is, for the keys: "theme". */
  name: string;
  title: ReactNode;
  beside?: ReactNode;
  why: ReactNode;
  side?: ReactNode;
  /** Null for who may only read. */
  acts: ProposalActs | null;
}) {
  return (
    <li className="relative flex gap-2.5 rounded-control py-1.5 has-[:focus-visible]:before:absolute has-[:focus-visible]:before:inset-y-1 has-[:focus-visible]:before:-left-3 has-[:focus-visible]:before:w-[3px] has-[:focus-visible]:before:bg-accent">
      <CircleDashed
        aria-hidden
        size={14}
        strokeWidth={1.5}
        className="mt-0.5 shrink-0 text-ink-muted"
      />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="min-w-0 font-medium wrap-anywhere">{title}</span>
          {beside}
          {side ? (
            <span className="ml-auto text-xs whitespace-nowrap text-ink-muted">{side}</span>
          ) : null}
        </p>
        <p className="flex flex-wrap items-baseline gap-x-3 text-xs text-ink-muted">
          <span className="min-w-0 flex-1 basis-48">{why}</span>
          {acts ? <Acts name={name} {...acts} /> : null}
        </p>
      </div>
    </li>
  );
}

const ACT =
  "rounded-chip px-1 py-0.5 underline decoration-edge decoration-dotted underline-offset-4 hover:text-ink max-md:min-h-11 max-md:px-2";

function Acts({ name, confirm, refuse }: ProposalActs & { name: string }) {
  const refused = () => {
    const place = placeOfHand();
    refuse?.run();
    goOnFrom(Math.max(place, 0));
  };
  const confirmed = () => {
    confirm.run();
    goOnFrom(0);
  };
  const keys = { onRefuse: refuse ? refused : undefined, onConfirm: confirmed };
  return (
    <span className="ml-auto flex gap-x-2 whitespace-nowrap">
      <button
        type="button"
        data-proposal={name}
        aria-label={confirm.label}
        onClick={(event) => (event.detail < 2 ? confirmed() : undefined)}
        onKeyDown={(event) => proposalKey(event, keys)}
        className={`${ACT} font-medium text-ink`}
      >
        {confirm.words}
      </button>
      {refuse ? (
        <button type="button" aria-label={refuse.label} onClick={refused} className={ACT}>
          {refuse.words}
        </button>
      ) : null}
    </span>
  );
}

/** Said of what is sure, drawn as what is not decided. */
export function SureChip() {
  const t = useTranslations("insights.proposed");
  return (
    <span className="inline-flex h-4.5 items-center rounded-chip border border-dashed border-edge px-1 text-2xs font-normal text-ink-muted">
      {t("sure")}
    </span>
  );
}
