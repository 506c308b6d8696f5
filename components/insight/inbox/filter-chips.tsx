import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FilterChip, useChips } from "#components/insight/inbox/chips.ts";
import type { FilterChoices } from "#components/insight/inbox/filter-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { X } from "#components/ui/icons.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { addressOf, type ListFilter } from "#lib/insights/list/address.ts";

/** Each filter of the list, to change or to remove where it stands. */
export function FilterChips({
  filter,
  choices,
  sureElsewhere,
}: {
  filter: ListFilter;
  choices: FilterChoices;
  /** How many wait with a sure proposal while the list shows the others; null: it shows them too. */
  sureElsewhere: number | null;
}) {
  const t = useTranslations("insights.filter");
  const chips = useChips(filter, choices);
  if (chips.length === 0) return null;
  return (
    <ul
      aria-label={t("chips")}
      className="flex shrink-0 flex-wrap gap-1.5 border-b border-line px-6 py-1.5 max-md:flex-nowrap max-md:overflow-x-auto max-md:px-4"
    >
      {chips.map((chip) => (
        <li
          key={chip.param}
          className="inline-flex max-w-full min-w-0 items-center rounded-control border border-line max-md:shrink-0"
        >
          <Chip chip={chip} filter={filter} />
          <Link
            href={`/insights?${addressOf({ ...filter, ...chip.without })}`}
            aria-label={t("remove", { name: chip.name })}
            className="grid size-7 shrink-0 place-items-center text-ink-muted hover:text-ink max-md:size-11"
          >
            <X aria-hidden size={14} strokeWidth={1.5} />
          </Link>
        </li>
      ))}
      {sureElsewhere ? (
        <li className="inline-flex items-center max-md:shrink-0">
          <Link
            href={`/insights?${addressOf({ placing: "sure" })}`}
            className="opens px-1.5 max-md:flex max-md:min-h-11 max-md:items-center"
          >
            {t("sureElsewhere", { count: sureElsewhere })}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}

function Chip({ chip, filter }: { chip: FilterChip; filter: ListFilter }) {
  const t = useTranslations("insights.filter");
  const isBut = chip.reversible !== null && filter.not.includes(chip.reversible);
  const values = chip.values.join(", ");
  const words = t("chip", { name: chip.name, values: isBut ? t("but", { values }) : values });
  if (chip.reversible === null)
    return <span className="truncate pl-2.5 text-ink-muted">{words}</span>;
  return (
    <Popover
      label={chip.name}
      trigger={{ variant: "quiet", className: "min-w-0 shrink! border-0" }}
      button={<span className="truncate">{words}</span>}
    >
      {(close) => <ChipForm chip={chip} isBut={isBut} filter={filter} onDone={close} />}
    </Popover>
  );
}

function ChipForm({
  chip,
  isBut,
  filter,
  onDone,
}: {
  chip: FilterChip;
  isBut: boolean;
  filter: ListFilter;
  onDone: () => void;
}) {
  const t = useTranslations("insights.filter");
  const router = useRouter();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        onDone();
        router.push(`/insights?${addressWith(filter, chip, form)}`);
      }}
    >
      <fieldset className="grid max-h-[50vh] overflow-y-auto">
        <legend className="mb-1 text-xs text-ink-muted">{chip.name}</legend>
        {chip.choices.map(({ value, label }) => (
          <Checkbox
            key={value}
            name="value"
            value={value}
            label={label}
            defaultChecked={chip.chosen.includes(value)}
          />
        ))}
      </fieldset>
      <div className="mt-1 border-t border-line pt-1">
        <Checkbox name="but" label={t("except")} defaultChecked={isBut} />
      </div>
      <Button type="submit" variant="primary" className="mt-2">
        {t("apply")}
      </Button>
    </form>
  );
}

/** The list with what the chip's form says; nothing chosen removes the filter. */
function addressWith(filter: ListFilter, chip: FilterChip, form: FormData): string {
  const address = new URLSearchParams(addressOf({ ...filter, ...chip.without }));
  const values = form.getAll("value").filter((value) => typeof value === "string");
  if (values.length > 0) address.set(chip.param, values.join(","));
  const but = filter.not.filter((one) => one !== chip.reversible);
  const not = [...but, ...(form.has("but") && values.length > 0 ? [chip.param] : [])];
  if (not.length > 0) address.set("not", not.join(","));
  return address.toString().replaceAll("%2C", ",");
}
