import { z } from "zod";
import { customerAddress } from "#lib/customers/address.ts";
import { storable } from "#lib/text.ts";

const words = z.string().max(300).transform(storable).catch("");

/** What a CRM knows a customer by: the domain, or its own id of the account; `q` is what somebody typed. */
export const customerLink = z.object({
  id: z.uuid().nullable().catch(null),
  domain: words,
  account: words,
  q: words,
});
export type CustomerLink = z.output<typeof customerLink>;

const fields = ["domain", "account", "q"] as const;

/** Where such a link leads. */
export function customerLinkAddress(link: CustomerLink): string {
  const query = queryOf(link);
  if (link.id !== null) return customerAddress(link.id);
  return query === "" ? "/customers" : `/customers?${query}`;
}

/** The address to sign in at on the way there: it names no address to return to, so it leads nowhere else. */
export function signInForCustomer(link: CustomerLink): string {
  const query = link.id === null ? queryOf(link) : `id=${link.id}`;
  return `/sign-in?to=customer${query === "" ? "" : `&${query}`}`;
}

function queryOf(link: CustomerLink): string {
  return new URLSearchParams(
    fields.flatMap((name) => (link[name] === "" ? [] : [[name, link[name]]])),
  ).toString();
}
