import { useTranslations } from "next-intl";
import { goOnFrom, proposalKey } from "#components/insight/proposed/proposal-keys.ts";
import { ProposalLine, SureChip } from "#components/insight/proposed/proposal-line.tsx";
import { useReasonWords } from "#components/insight/proposed/reason-words.ts";
import {
  type ProposedActs,
  type ProposedTies,
  useProposedActs,
} from "#components/insight/proposed/use-proposed-acts.ts";
import { Button } from "#components/ui/button.tsx";
import { CircleDashed } from "#components/ui/icons.tsx";
import type { Proposals } from "#lib/proposals/views.ts";

/** Above the Tribes' buttons: where it would go. The sure one is confirmed by one key; else two stand side by side. */
export function ProposedTribe({
  tribe: { isSure, withdrawn, options },
  ties,
}: {
  tribe: NonNullable<Proposals["tribe"]>;
  ties: ProposedTies;
}) {
  const acts = useProposedActs(ties);
  const t = useTranslations("insights.proposed");
  const reason = useReasonWords();
  const [first] = options;
  if (!first) return null;
  if (isSure) return <Sure option={first} acts={acts} />;
  return (
    <section aria-label={t("tribes", { count: options.length })} className="px-6 max-md:px-4">
      <ul>
        {options.map((option) => (
          <ProposalLine
            key={option.tribe.id}
            name="tribe"
            title={option.tribe.name}
            why={reason.ofTribe(option)}
            acts={acts.tribe(option)}
          />
        ))}
      </ul>
      {withdrawn ? (
        <p className="pl-6 text-xs text-ink-muted">{t("withdrawn", withdrawn)}</p>
      ) : null}
    </section>
  );
}

function Sure({
  option,
  acts,
}: {
  option: NonNullable<Proposals["tribe"]>["options"][number];
  acts: ProposedActs;
}) {
  const t = useTranslations("insights.proposed");
  const reason = useReasonWords();
  const may = acts.tribe(option);
  const decided = (run: () => void) => () => {
    run();
    goOnFrom(0);
  };
  return (
    <section
      aria-label={t("tribes", { count: 1 })}
      className="relative grid gap-x-3 gap-y-1 px-6 max-md:px-4 md:grid-cols-[minmax(0,1fr)_auto] has-[:focus-visible]:before:absolute has-[:focus-visible]:before:inset-y-0 has-[:focus-visible]:before:left-0 has-[:focus-visible]:before:w-[3px] has-[:focus-visible]:before:bg-accent"
    >
      <div className="flex gap-2">
        <CircleDashed
          aria-hidden
          size={14}
          strokeWidth={1.5}
          className="mt-0.5 shrink-0 text-ink-muted"
        />
        <div className="min-w-0">
          <p className="flex items-center gap-2 font-semibold">
            {option.tribe.name} <SureChip />
          </p>
          <p className="text-xs text-ink-muted">{reason.ofTribe(option)}</p>
        </div>
      </div>
      {may ? (
        <div className="flex items-start gap-1">
          <Button variant="quiet" aria-label={may.refuse.label} onClick={decided(may.refuse.run)}>
            {may.refuse.words}
          </Button>
          <Button
            variant="primary"
            data-proposal="tribe"
            keys="Enter"
            aria-label={may.confirm.label}
            onClick={(event) => (event.detail < 2 ? decided(may.confirm.run)() : undefined)}
            onKeyDown={(event) =>
              proposalKey(event, {
                onRefuse: decided(may.refuse.run),
                onConfirm: decided(may.confirm.run),
              })
            }
            className="max-md:flex-1"
          >
            {may.confirm.words}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
