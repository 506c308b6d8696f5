import { getLocale, getTranslations } from "next-intl/server";
import { CustomerName } from "#components/customer/customer-name.tsx";
import { ActionForm } from "#components/form/action-form.tsx";
import { shortMoney } from "#components/insight/short-money.ts";
import type { PairSide, PairView } from "#lib/customers/reads/customers.ts";

/** Two and two that may be one: one of them is kept, or they are two. */
export async function PairList({ pairs }: { pairs: readonly PairView[] }) {
  const t = await getTranslations("customers.pairs");
  return (
    <ul className="divide-y divide-line">
      {pairs.map(({ id, version, reason, a, b }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-6 gap-y-2 py-2">
          <div className="grid min-w-0 flex-[1_1_18rem] gap-x-6 md:grid-cols-2">
            <Side side={a} />
            <Side side={b} />
            <p className="text-xs text-ink-muted md:col-span-2">{t(`reason.${reason}`)}</p>
          </div>
          <div className="flex flex-wrap gap-2">
            <ActionForm
              action="customer.merge"
              fixed={{ keepId: a.id, otherId: b.id }}
              submit={t("keep", { name: a.name })}
              done={t("merged", { name: a.name })}
              variant="default"
            />
            <ActionForm
              action="customer.merge"
              fixed={{ keepId: b.id, otherId: a.id }}
              submit={t("keep", { name: b.name })}
              done={t("merged", { name: b.name })}
              variant="default"
            />
            <ActionForm
              action="customer.dismiss-pair"
              fixed={{ id, version }}
              submit={t("two")}
              done={t("dismissed")}
              variant="quiet"
              undoable
            />
          </div>
        </li>
      ))}
    </ul>
  );
}

async function Side({ side }: { side: PairSide }) {
  const [t, locale] = await Promise.all([getTranslations("customers"), getLocale()]);
  const facts = [
    t("pairs.insights", { count: side.insights }),
    side.revenueCents === null
      ? null
      : t("revenue", { money: shortMoney(side.revenueCents, locale) }),
    side.domains.join(", ") || null,
  ];
  return (
    <div className="min-w-0">
      <p className="font-medium">
        <CustomerName id={side.id} name={side.name} />
      </p>
      <p className="text-xs text-ink-muted wrap-anywhere">
        {facts.filter((fact) => fact !== null).join(" · ")}
      </p>
    </div>
  );
}
