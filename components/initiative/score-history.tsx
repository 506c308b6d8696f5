import { useFactorWords } from "#components/initiative/factor-words.ts";
import { Sparkline } from "#components/ui/sparkline.tsx";
import type { FactorVersion } from "#lib/initiatives/reads/initiative.ts";

/** Every value ever given, newest first, and the score that came of it. */
export function ScoreHistory({ versions }: { versions: readonly FactorVersion[] }) {
  const { t, format, value } = useFactorWords();
  const scores = versions.flatMap((version) => (version.score === null ? [] : [version.score]));
  return (
    <section aria-label={t("history.title")} className="border-b border-line px-6 py-4 max-md:px-4">
      <div className="mb-2 flex items-baseline gap-3">
        <h2 className="text-base font-semibold">{t("history.title")}</h2>
        {scores.length > 1 ? (
          <Sparkline
            values={scores}
            label={t("history.trend", {
              scores: format.list(scores.map((score) => format.number(score))),
            })}
          />
        ) : null}
      </div>
      {versions.length === 0 ? <p className="text-ink-muted">{t("history.none")}</p> : null}
      <ul>
        {versions.toReversed().map((version) => (
          <li
            key={version.id}
            className="grid grid-cols-[8.5rem_minmax(0,1fr)_3rem] gap-x-4 border-t border-line py-1 first:border-t-0 max-md:grid-cols-[minmax(0,1fr)_3rem]"
          >
            <time
              dateTime={version.setAt.toISOString()}
              className="text-xs leading-5 text-ink-muted"
            >
              {format.dateTime(version.setAt, {
                day: "numeric",
                month: "short",
                hour: "2-digit",
                minute: "2-digit",
              })}
            </time>
            <span className="min-w-0 wrap-anywhere max-md:col-start-1">
              <b className="font-medium">{version.setBy ?? t("system")}</b>{" "}
              {t("history.step", {
                factor: t(`factor.${version.factor}`).toLowerCase(),
                before: version.before === null ? "none" : value(version.factor, version.before),
                value: value(version.factor, version.value),
                reason: version.reason ?? "none",
              })}
            </span>
            <span className="text-right font-medium">
              {version.score === null ? "–" : format.number(version.score)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
