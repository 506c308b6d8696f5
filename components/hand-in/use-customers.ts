import { useAsked } from "#components/form/use-asked.ts";

type Customer = { id: string; name: string };

/** Names proposed while one types; and, once the server has said, whether the name is a known one. */
export function useCustomers(text: string) {
  const name = text.trim();
  const address = name === "" ? null : `/api/customers?q=${encodeURIComponent(name)}`;
  const said = useAsked<{ organisations: Customer[] }>(address, 120);
  const found = said?.answer.organisations ?? [];
  const known = found.find((one) => plain(one.name) === plain(name));
  return { found, known, isNew: address !== null && said?.address === address && !known };
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase();
}
