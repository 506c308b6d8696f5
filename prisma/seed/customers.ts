import type { Actor } from "#lib/auth/actor.ts";
import { saveOrganisation } from "#lib/customers/writes/organisation.ts";
import { sampleCustomers } from "#prisma/sample/customers.ts";
import { callAt, type History, later } from "#prisma/seed/history.ts";
import { inParallel } from "#prisma/seed/in-parallel.ts";

const centsInThousandEuros = 100_000;

const salomes = new Set(["Groupe Ventadour Énergies", "Mélusin Chauffage", "Aubanel & Fils"]);

/** Sales win them, customer success keeps them. */
function accountManagerOf({ name, state }: (typeof sampleCustomers)[number]): string | null {
  if (state === "lost") return null;
  if (state === "prospect") return "thibault.maurel@soupape.example";
  return salomes.has(name) ? "salome.arnaud@soupape.example" : "priya.nair@soupape.example";
}

/** Product Ops enters customers, prospects and lost ones before the first insight speaks for them. */
export async function makeCustomers(history: History, productOps: Actor): Promise<void> {
  await inParallel(sampleCustomers.entries(), ([index, customer]) => {
    const { name, state, lostReason, segment, country, domain, arr, atStake } = customer;
    const cents = (amount: number | null) =>
      amount === null ? null : Math.round(amount * centsInThousandEuros);
    const fields = {
      name,
      state,
      lostReason,
      segment,
      country,
      domains: [domain],
      accountManager: accountManagerOf(customer),
      revenueCents: cents(arr),
      atStakeCents: cents(atStake),
    };
    return saveOrganisation(
      productOps,
      fields,
      callAt(history, later(history.founded, 60 + index)),
    );
  });
}
