import { useTranslations } from "next-intl";
import { Select } from "#components/ui/select.tsx";
import { type EntryOrder, entrySorts } from "#lib/distribution/entries.ts";

/** In which order, and whether themes are decided on as a whole. */
export function PoolOrder({
  order,
  onOrder,
}: {
  order: EntryOrder;
  onOrder: (order: EntryOrder) => void;
}) {
  const t = useTranslations("distribution.pool");
  return (
    <div className="flex w-full flex-wrap items-center gap-2 pt-1 text-xs">
      <Select
        label={t("sort")}
        hideLabel
        value={order.sort}
        onChange={({ target }) => {
          const sort = entrySorts.find((one) => one === target.value);
          if (sort) onOrder({ ...order, sort });
        }}
        options={entrySorts.map((sort) => ({ value: sort, label: t(`by.${sort}`) }))}
      />
      <Select
        label={t("unit")}
        hideLabel
        value={order.by}
        onChange={({ target }) =>
          onOrder({ ...order, by: target.value === "insight" ? "insight" : "theme" })
        }
        options={[
          { value: "theme", label: t("wholeThemes") },
          { value: "insight", label: t("eachInsight") },
        ]}
      />
    </div>
  );
}
