import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CustomerName } from "#components/customer/customer-name.tsx";
import { Button } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { Field } from "#components/ui/field.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { PersonActor } from "#lib/auth/actor.ts";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { customerAddress, domainIn } from "#lib/customers/address.ts";
import {
  type CustomerLink,
  customerLink,
  signInForCustomer,
} from "#lib/customers/customer-link.ts";
import { listCustomersOfAccount, listCustomersOfDomain } from "#lib/customers/reads/customer.ts";
import { listOrganisations, type OrganisationChoice } from "#lib/customers/reads/organisations.ts";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const MOST_FOUND = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("title") };
}

/** Finds a customer: a link that leads to one goes on to their page at once. */
export default async function FindCustomerPage({ searchParams }: Props) {
  const asked = customerLink.parse(await searchParams);
  const viewer = await requirePerson("customer:read", {}, signInForCustomer(asked));
  const found = await findCustomers(viewer, asked);
  const [only, another] = found;
  if (only && !another && asked.q === "") redirect(customerAddress(only.id));
  const t = await getTranslations("customers.find");
  const states = await getTranslations("customers.state");
  return (
    <>
      <PageHeader crumb={t("title")} answer={answerOf(t, asked, found.length)} />
      <form className="flex flex-wrap items-end gap-2 border-b border-line px-6 py-3 max-md:px-4">
        <Field label={t("name")} name="q" type="search" defaultValue={asked.q} maxLength={200} />
        <Button type="submit">{t("submit")}</Button>
      </form>
      <ul>
        {found.map(({ id, name, state }) => (
          <li
            key={id}
            className="flex min-h-9 items-center gap-2 border-b border-line px-6 max-md:min-h-11 max-md:px-4"
          >
            <CustomerName id={id} name={name} className="font-medium" />
            {state === "customer" ? null : (
              <Chip tone={state === "lost" ? "bad" : "line"}>{states(state)}</Chip>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

async function findCustomers(
  viewer: PersonActor,
  { domain, account, q }: CustomerLink,
): Promise<OrganisationChoice[]> {
  if (q.trim() !== "") return listOrganisations(viewer, q, MOST_FOUND);
  const byAccount = account === "" ? [] : await listCustomersOfAccount(viewer, account.trim());
  if (byAccount.length > 0) return byAccount;
  const sought = domainIn(domain);
  return sought === "" ? [] : listCustomersOfDomain(viewer, sought);
}

function answerOf(
  t: Awaited<ReturnType<typeof getTranslations<"customers.find">>>,
  { domain, account, q }: CustomerLink,
  count: number,
): string {
  const sought = [q, domainIn(domain), account].find((one) => one.trim() !== "");
  return sought ? t("found", { count, sought: sought.trim() }) : t("ask");
}
