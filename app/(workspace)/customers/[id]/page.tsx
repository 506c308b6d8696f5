import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { CopyLink } from "#components/customer/copy-link.tsx";
import { CustomerFacts } from "#components/customer/customer-facts.tsx";
import { CustomerWho } from "#components/customer/customer-who.tsx";
import { Requests } from "#components/customer/requests.tsx";
import { Serving } from "#components/customer/serving.tsx";
import { TheirWords } from "#components/customer/their-words.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Plus } from "#components/ui/icons.tsx";
import { Narrowed } from "#components/ui/narrowed.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pages } from "#components/ui/pages.tsx";
import { Section } from "#components/ui/section.tsx";
import { requirePerson } from "#lib/auth/page-guard.ts";
import { can } from "#lib/auth/policy.ts";
import { customerAddress } from "#lib/customers/address.ts";
import { customerLink, signInForCustomer } from "#lib/customers/customer-link.ts";
import { findCustomer } from "#lib/customers/reads/customer.ts";
import { listInitiativesServing } from "#lib/initiatives/reads/of-customer.ts";
import { handInAddress, handInLink } from "#lib/insights/hand-in-link.ts";
import { addressOf } from "#lib/insights/list/address.ts";
import { type RequestPart, requestParts } from "#lib/insights/outcomes.ts";
import { listTribeChoices } from "#lib/insights/reads/insights.ts";
import {
  countRequestsOf,
  listRequestsOf,
  listVoicesOf,
  REQUESTS_ON_PAGE,
} from "#lib/insights/reads/of-customer.ts";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const VOICES = 3;

const address = z.object({
  show: z.enum(requestParts).catch("all"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("customers"))("title") };
}

/** Before a meeting, in one place: who they are, what they asked, what became of it, and what they were told. */
export default async function CustomerPage({ params, searchParams }: Props) {
  const { id } = await params;
  const link = customerLink.parse({ id });
  const viewer = await requirePerson("customer:read", {}, signInForCustomer(link));
  if (!z.uuid().safeParse(id).success) notFound();
  const { show, page } = address.parse(await searchParams);
  const customer = await findCustomer(viewer, id);
  if (!customer) notFound();
  const here = customerAddress(customer.id);
  if (customer.id !== id) redirect(here);
  const [t, states, tribes, counts, rows, initiatives, voices] = await Promise.all([
    getTranslations("customers.page"),
    getTranslations("customers.state"),
    listTribeChoices(viewer),
    countRequestsOf(viewer, id),
    listRequestsOf(viewer, id, show, page),
    listInitiativesServing(viewer, id),
    listVoicesOf(viewer, id, VOICES),
  ]);
  const mayList = can(viewer, "insight:list");
  const seesAll = mayList || customer.isOwn;
  const { name, state } = customer;
  const shown = counts
    .filter(({ outcome }) => isOf(show, outcome))
    .reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <PageHeader
        crumb={
          <>
            <Link href="/customers" className="underline decoration-line underline-offset-4">
              {t("crumb")}
            </Link>
            {customer.accountManager ? (
              <span>{t("managed", { name: customer.accountManager })}</span>
            ) : null}
            {state === "customer" ? null : (
              <Chip tone={state === "lost" ? "bad" : "line"}>{states(state)}</Chip>
            )}
          </>
        }
        answer={name}
        actions={
          <>
            <CopyLink path={here} />
            <ButtonLink
              href={handInAddress(handInLink.parse({ customer: name }))}
              icon={<Plus aria-hidden size={16} strokeWidth={1.5} />}
            >
              {t("handIn")}
            </ButtonLink>
          </>
        }
      />
      <div className="grid flex-1 grid-cols-[minmax(0,1fr)] max-lg:content-start lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          <CustomerFacts customer={customer} counts={counts} here={here} />
          {seesAll ? null : (
            <p className="border-b border-line bg-canvas px-6 py-1.5 text-xs text-ink-muted max-md:px-4">
              {t("onlyOwn", { name })}
            </p>
          )}
          {show === "all" ? null : (
            <Narrowed
              words={
                show === "answered"
                  ? t("shown.answered")
                  : t("shown.other", { outcome: t(`outcome.${show}`) })
              }
              all={here}
            />
          )}
          {rows.length > 0 ? (
            <Requests rows={rows} counts={counts} tribes={tribes} here={here} />
          ) : (
            <EmptyState
              title={show === "all" ? t(seesAll ? "none" : "noneOwn", { name }) : t("nonePart")}
            />
          )}
          <Pages
            page={page}
            total={shown}
            onPage={REQUESTS_ON_PAGE}
            to={(other) => `${here}?show=${show}&page=${other}`}
          />
        </div>
        <div className="border-line max-lg:border-t lg:border-l">
          <Section title={t("who")}>
            <CustomerWho customer={customer} />
          </Section>
          <Section title={t("initiatives")}>
            <Serving initiatives={initiatives} organisationId={id} mayList={mayList} />
          </Section>
          <Section
            title={t("voices")}
            aside={
              mayList ? (
                <Link
                  href={`/insights?${addressOf({ state: "all", organisationId: id })}`}
                  className="underline decoration-line underline-offset-4"
                >
                  {t("list")}
                </Link>
              ) : null
            }
          >
            <TheirWords voices={voices} />
          </Section>
        </div>
      </div>
    </>
  );
}

function isOf(show: RequestPart, outcome: string): boolean {
  if (show === "answered") return outcome !== "open";
  return show === "all" || show === outcome;
}
