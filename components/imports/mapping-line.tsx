import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Select, type SelectOption } from "#components/ui/select.tsx";

/** One column of a file: its name, some of its values, and what it means. */
export function MappingLine({
  header,
  samples,
  meaning,
  isQuiet,
  options,
  onMeaning,
  children,
}: {
  header: string;
  samples: readonly string[];
  meaning: string;
  /** It goes nowhere of its own. */
  isQuiet: boolean;
  options: readonly SelectOption[];
  onMeaning: (meaning: string) => void;
  /** What else is to be said of it. */
  children?: ReactNode;
}) {
  const t = useTranslations("imports.mapping");
  const name = header || t("unnamed");
  return (
    <li className="grid items-start gap-x-4 gap-y-1 border-t border-line py-2 first:border-t-0 md:grid-cols-[minmax(8rem,1fr)_minmax(0,2fr)_15rem]">
      <span
        className={isQuiet ? "pt-1 wrap-anywhere text-ink-muted" : "pt-1 font-medium wrap-anywhere"}
      >
        {name}
      </span>
      <span className="grid gap-0.5 pt-1 text-xs text-ink-muted">
        {samples.length === 0 ? <span className="text-ink-faint">{t("empty")}</span> : null}
        {samples.map((sample) => (
          <span key={sample} className="line-clamp-2 wrap-anywhere">
            {sample}
          </span>
        ))}
      </span>
      <span className="grid gap-1.5">
        <Select
          label={t("meaningOf", { column: name })}
          hideLabel
          value={meaning}
          onChange={(event) => onMeaning(event.target.value)}
          options={options}
        />
        {children}
      </span>
    </li>
  );
}
