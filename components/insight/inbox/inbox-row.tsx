import type { useTranslations } from "next-intl";
import { type MouseEvent, memo } from "react";
import { shortMoney } from "#components/insight/short-money.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Check } from "#components/ui/icons.tsx";
import { KindMark } from "#components/ui/kind-icon.tsx";
import { TribeFlag } from "#components/ui/tribe-flag.tsx";
import { type AgeWords, ageOf } from "#lib/insights/age.ts";
import type { InsightRow, TribeChoice } from "#lib/insights/views.ts";

/** The list's, so that not every row makes its own. */
export type RowWords = {
  t: ReturnType<typeof useTranslations<"insights">>;
  kind: ReturnType<typeof useTranslations<"ui.kind">>;
  age: (words: AgeWords) => string;
  locale: string;
};

type Props = {
  row: InsightRow;
  words: RowWords;
  tribe: TribeChoice | undefined;
  /** The Tribe that is proposed for one that has none. */
  proposed: TribeChoice | undefined;
  /** Off where no row can have one. */
  showsTribe: boolean;
  isCursor: boolean;
  isSelected: boolean;
  now: Date;
  onGo: (row: InsightRow, event: MouseEvent) => void;
  onToggle: (id: string) => void;
};

const WITH_TRIBE =
  "grid-cols-[0.875rem_2rem_minmax(0,1fr)_7.75rem_3.5rem_2.5rem] max-md:grid-cols-[2rem_minmax(0,1fr)_3rem]";
const WITHOUT_TRIBE =
  "grid-cols-[0.875rem_minmax(0,1fr)_7.75rem_3.5rem_2.5rem] max-md:grid-cols-[minmax(0,1fr)_3rem]";

export const rowId = (id: string) => `row-${id}`;

/** 32 px, one line, of which only the title shrinks; two lines on a phone. */
export const InboxRow = memo(function InboxRow(props: Props) {
  const { row, tribe, proposed, showsTribe, isCursor, isSelected, now, onGo, onToggle } = props;
  const { t, kind, age, locale } = props.words;
  const title = row.title || row.excerpt || t("list.untitled");
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the row under the cursor.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list's keys do the same.
    <div
      id={rowId(row.id)}
      role="option"
      aria-selected={isSelected}
      // A range is chosen, no text.
      onMouseDown={(event) => (event.shiftKey ? event.preventDefault() : undefined)}
      onClick={(event) => onGo(row, event)}
      className={classNames(
        "group relative grid h-8 cursor-default  items-center gap-2.5 border-b border-line pr-4 pl-6 whitespace-nowrap max-md:h-14  max-md:content-center max-md:gap-y-0 max-md:px-4",
        showsTribe ? WITH_TRIBE : WITHOUT_TRIBE,
        isSelected ? "bg-accent-soft" : isCursor ? "bg-sunk" : "",
        isCursor &&
          "before:absolute before:-top-px before:-bottom-px before:left-0 before:w-[3px] before:bg-accent max-md:before:hidden",
      )}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the mouse's way to X; the option itself says whether it is selected. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: X does the same. */}
      <span
        title={t("list.select")}
        onClick={(event) => {
          event.stopPropagation();
          onToggle(row.id);
        }}
        className="relative -m-2 grid place-items-center p-2 text-ink-muted max-md:hidden"
      >
        <KindMark
          kind={row.kind}
          word={kind(row.kind)}
          className={isSelected ? "hidden" : "group-hover:hidden"}
        />
        <span
          aria-hidden
          className={classNames(
            "size-3.5 place-items-center rounded-chip border",
            isSelected
              ? "grid border-accent bg-accent text-accent-ink"
              : "hidden border-edge bg-surface group-hover:grid",
          )}
        >
          {isSelected ? <Check size={11} strokeWidth={2.5} /> : null}
        </span>
      </span>
      {showsTribe ? (
        <span className="max-md:row-start-1">
          {tribe ? (
            <TribeFlag name={tribe.name} letters={tribe.code} position={tribe.position} />
          ) : proposed ? (
            <ProposedFlag tribe={proposed} isSure={row.isSure === true} t={t} />
          ) : null}
        </span>
      ) : null}
      <span
        className={classNames(
          "truncate max-md:row-start-1",
          isCursor && "font-semibold",
          !row.title && "font-voice text-voice-sm",
        )}
      >
        {title}
      </span>
      <span
        className={classNames(
          "truncate text-xs text-ink-muted max-md:row-start-2",
          showsTribe && "max-md:col-start-2",
        )}
      >
        {customerOf(row, (name, more) => t("list.customers", { name, more }))}
      </span>
      <span className="text-right text-xs text-ink-muted tabular-nums max-md:hidden">
        {row.moneyCents === null ? null : shortMoney(row.moneyCents, locale)}
      </span>
      <time
        dateTime={row.saidAt}
        className="text-right text-xs text-ink-faint tabular-nums max-md:row-start-1"
      >
        {age(ageOf(row.saidAt, now))}
      </time>
    </div>
  );
});

/** Letters without a flag: sure. A question mark: not. Nobody decided either. */
function ProposedFlag({
  tribe,
  isSure,
  t,
}: {
  tribe: TribeChoice;
  isSure: boolean;
  t: RowWords["t"];
}) {
  const { name, code, position } = tribe;
  if (isSure)
    return (
      <TribeFlag
        name={t("proposed.isProposed", { tribe: name })}
        letters={code}
        position={position}
        proposed
      />
    );
  const words = t("proposed.unsure", { tribe: name });
  return (
    <span title={words} className="text-xs text-ink-muted">
      <span aria-hidden>?</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}

function customerOf(
  row: InsightRow,
  withOthers: (name: string, more: number) => string,
): string | null {
  if (!row.customer || row.customers <= 1) return row.customer;
  return withOthers(row.customer, row.customers - 1);
}
