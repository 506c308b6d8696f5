import Link from "next/link";
import { useTranslations } from "next-intl";
import { ObjectiveOwner } from "#components/okr/objective-owner.tsx";
import { OkrLegend } from "#components/okr/okr-legend.tsx";
import { OkrMeter, OkrProgress } from "#components/ui/okr-mark.tsx";
import { Section } from "#components/ui/section.tsx";
import type { ObjectiveNode } from "#lib/okrs/tree.ts";
import type { ServingInitiative } from "#lib/okrs/views.ts";

/** Each objective that everybody sees, its key results, and what serves them. */
export function OkrList({
  quarter,
  objectives,
  isOver,
}: {
  quarter: string;
  objectives: readonly ObjectiveNode[];
  isOver: boolean;
}) {
  const t = useTranslations("dashboards.okrs");
  const count = (
    <Link href={`/okrs/${quarter}?only=common`} className="opens">
      {t("count", { count: objectives.length })}
    </Link>
  );
  return (
    <Section title={t("title")} note={count} aside={<OkrLegend isOver={isOver} />}>
      {objectives.length === 0 ? <p className="text-ink-muted">{t("empty")}</p> : null}
      <ul>
        {objectives.map((objective) => (
          <li key={objective.id} className="border-t border-line py-2 first:border-t-0">
            <Line
              title={objective.title}
              href={`/okrs/${quarter}#objective-${objective.id}`}
              objective={objective}
              standing={objective}
              strong
            />
            <ul>
              {objective.keyResults.map((keyResult) => (
                <li key={keyResult.id}>
                  <Line
                    title={keyResult.title ?? objective.title}
                    href={`/okrs/${quarter}#key-result-${keyResult.id}`}
                    objective={objective}
                    standing={keyResult}
                  />
                  <Serving initiatives={keyResult.servedBy} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Line({
  title,
  href,
  objective,
  standing,
  strong,
}: {
  title: string;
  href: string;
  objective: ObjectiveNode;
  standing: {
    progress: number | null;
    expected: number | null;
    isBehind: boolean;
    isReached: boolean | null;
  };
  strong?: boolean;
}) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto_7rem_3.5rem] items-center gap-3 py-1 max-md:grid-cols-[minmax(0,1fr)_4rem_3.5rem]">
      <Link href={href} className={`hover:underline ${strong ? "font-medium" : "pl-4"}`}>
        {title}
      </Link>
      <span className="max-md:hidden">
        {strong ? <ObjectiveOwner objective={objective} quiet /> : null}
      </span>
      <OkrMeter
        progress={standing.progress}
        type={objective.commitment}
        expected={standing.expected}
        label={title}
      />
      <span className="text-right">
        <OkrProgress
          progress={standing.progress}
          isBehind={standing.isBehind}
          isReached={standing.isReached}
        />
      </span>
    </div>
  );
}

function Serving({ initiatives }: { initiatives: readonly ServingInitiative[] }) {
  const t = useTranslations("dashboards.okrs");
  if (initiatives.length === 0)
    return <p className="pl-4 text-xs text-warn">{t("servedByNone")}</p>;
  return (
    <p className="pl-4 text-xs text-ink-muted">
      {t("servedBy")}{" "}
      {initiatives.map(({ id, number, title }, index) => (
        <span key={id}>
          {index > 0 ? ", " : null}
          <Link href={`/initiatives/${number}`} className="opens">
            {title}
          </Link>
        </span>
      ))}
    </p>
  );
}
