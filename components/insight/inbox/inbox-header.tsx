import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { memo, type Ref } from "react";
import { useFormatter } from "#components/i18n/use-formatter.ts";
import { DutyMenu } from "#components/insight/inbox/duty-menu.tsx";
import { FilterChips } from "#components/insight/inbox/filter-chips.tsx";
import { type FilterChoices, FilterForm } from "#components/insight/inbox/filter-form.tsx";
import { KeepView } from "#components/insight/inbox/keep-view.tsx";
import { keysOf } from "#components/keyboard/key-map.ts";
import { Button } from "#components/ui/button.tsx";
import { ArrowDownWideNarrow, ListFilter as FilterIcon, Search } from "#components/ui/icons.tsx";
import { Menu, MenuLink } from "#components/ui/menu.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import {
  addressOf,
  countFilters,
  isWholeState,
  type ListFilter,
  type ListState,
  listSorts,
} from "#lib/insights/list/address.ts";
import type { SavedViewChoice } from "#lib/saved-views/schema.ts";

type Props = {
  filter: ListFilter;
  count: number;
  /** There may be more than `count`. */
  isAtLeast: boolean;
  /** How many of the rows shown have a sure proposal. */
  sure: number;
  onConfirmSure: () => void;
  counts: Partial<Record<ListState, number>>;
  sureElsewhere: number | null;
  choices: FilterChoices;
  savedViews: readonly SavedViewChoice[];
  duty: Omit<React.ComponentProps<typeof DutyMenu>, "triggerRef">;
  searchRef: Ref<HTMLInputElement>;
  filterRef: Ref<HTMLButtonElement>;
  dutyRef: Ref<HTMLButtonElement>;
};

const TABS: readonly ListState[] = ["inbox", "tribe", "team", "answered", "snoozed", "all"];
const LIMIT = 1000;

/** The answer line, what narrows the list, and its views; all of it in the address. Not drawn again by a key. */
export const InboxHeader = memo(function InboxHeader(props: Props) {
  const { filter, count, isAtLeast, counts, choices, savedViews, duty } = props;
  const { searchRef, filterRef, dutyRef } = props;
  const t = useTranslations("insights");
  const format = useFormatter();
  const shown = (number: number) =>
    number > LIMIT ? `${format.number(LIMIT)}+` : format.number(number);
  const narrowed = countFilters(filter);
  const query = addressOf(filter);
  const answer = answerOf(filter);
  const savedQueries = new Set(savedViews.map((view) => view.query));
  return (
    <>
      <PageHeader
        crumb={
          <>
            {t(filter.state === "inbox" ? "crumb" : "crumbPage")}
            <DutyMenu {...duty} triggerRef={dutyRef} />
          </>
        }
        answer={t(`answer.${answer}`, {
          count,
          shown: isAtLeast ? `${format.number(count)}+` : format.number(count),
          sure: props.sure,
        })}
        actions={
          <>
            <SearchForm filter={filter} searchRef={searchRef} />
            <Popover
              label={t("filter.title")}
              trigger={{
                ref: filterRef,
                variant: "quiet",
                keys: keysOf("filter"),
                icon: <FilterIcon aria-hidden size={16} strokeWidth={1.5} />,
              }}
              button={t("filter.count", { count: narrowed })}
              className="w-96 max-w-[calc(100vw-2rem)]"
            >
              {(close) => <FilterForm filter={filter} choices={choices} onDone={close} />}
            </Popover>
            <SortMenu filter={filter} />
            {props.sure > 0 ? (
              <Button keys={keysOf("confirmSure")} onClick={props.onConfirmSure}>
                {t("proposed.confirmSure", { count: props.sure })}
              </Button>
            ) : null}
          </>
        }
      />
      <Tabs
        label={t("tabs.label")}
        tabs={[
          ...TABS.map((state) => ({
            href: hrefOf({ state }),
            label: t(`tabs.${state}`),
            count: counts[state] === undefined ? undefined : shown(counts[state]),
            current: state === filter.state && !savedQueries.has(query),
          })),
          ...savedViews.map((view) => ({
            href: `/insights?${view.query}`,
            label: view.name,
            current: view.query === query,
          })),
        ]}
        aside={<KeepView query={query} view={savedViews.find((view) => view.query === query)} />}
      />
      <FilterChips filter={filter} choices={choices} sureElsewhere={props.sureElsewhere} />
    </>
  );
});

/** Which sentence heads the list. */
function answerOf(filter: ListFilter) {
  if (isWholeState(filter)) return filter.state;
  const { placing } = filter;
  const isPlacing = isWholeState({ ...filter, placing: null }) && filter.state === "inbox";
  return isPlacing && placing && placing !== "any" ? placing : "filtered";
}

function hrefOf(filter: Partial<ListFilter>): string {
  const query = addressOf(filter);
  return query ? `/insights?${query}` : "/insights";
}

function SearchForm({
  filter,
  searchRef,
}: {
  filter: ListFilter;
  searchRef: Ref<HTMLInputElement>;
}) {
  const t = useTranslations("insights.search");
  const router = useRouter();
  return (
    <search className="max-md:flex-1">
      <form
        action={(form) => {
          const q = form.get("q");
          router.push(hrefOf({ ...filter, q: typeof q === "string" ? q.trim() : "" }));
        }}
        className="relative flex items-center max-md:min-w-32"
      >
        <Search
          aria-hidden
          size={14}
          strokeWidth={1.5}
          className="pointer-events-none absolute left-2 text-ink-muted"
        />
        <input
          ref={searchRef}
          key={filter.q}
          type="search"
          name="q"
          defaultValue={filter.q}
          aria-label={t("label")}
          aria-keyshortcuts="/"
          placeholder={t("placeholder")}
          maxLength={200}
          onKeyDown={(event) => {
            if (event.key === "Escape") event.currentTarget.blur();
          }}
          className="h-7 w-44 rounded-control border border-edge bg-surface pr-2 pl-7 placeholder:text-ink-muted max-md:h-11 max-md:w-full max-md:text-base"
        />
      </form>
    </search>
  );
}

function SortMenu({ filter }: { filter: ListFilter }) {
  const t = useTranslations("insights.sort");
  const choices = listSorts.flatMap((sort) => [
    { sort, direction: "desc" as const },
    { sort, direction: "asc" as const },
  ]);
  const keyOf = ({ sort, direction }: Pick<ListFilter, "sort" | "direction">) =>
    direction === "desc" ? (`-${sort}` as const) : sort;
  return (
    <Menu
      label={t("label")}
      trigger={{
        variant: "quiet",
        icon: <ArrowDownWideNarrow aria-hidden size={16} strokeWidth={1.5} />,
      }}
      button={
        <>
          <span className="sr-only">{t("label")} </span>
          <span className="max-md:sr-only">{t(keyOf(filter))}</span>
        </>
      }
    >
      {choices.map((choice) => (
        <MenuLink key={keyOf(choice)} href={hrefOf({ ...filter, ...choice })}>
          {t(keyOf(choice))}
        </MenuLink>
      ))}
    </Menu>
  );
}
