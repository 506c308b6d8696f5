import { useEffect, useRef, useState } from "react";
import { askServer } from "#components/form/ask-server.ts";
import { organisationsSaid } from "#components/form/said.ts";

export type Customer = { id: string; name: string };

/**
 * Names proposed while one types; and, once the server has said, whether the name is a known one. `choose` takes the
 * first of them, also when it is not there yet; `settled` waits for that.
 */
export function useCustomers(text: string) {
  const [answer, setAnswer] = useState<{ to: string; found: readonly Customer[] }>({
    to: "",
    found: [],
  });
  const choosing = useRef<Promise<Customer | null> | null>(null);
  const name = text.trim();
  useEffect(() => {
    if (name === "") return;
    const request = new AbortController();
    const timer = setTimeout(async () => {
      const found = await customersOf({ q: name }, request.signal);
      if (found) setAnswer({ to: name, found });
    }, 120);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [name]);
  const isHere = answer.to === name;
  const known = answer.found.find((one) => plain(one.name) === plain(name));
  const holds = (one: Customer) => plain(one.name).includes(plain(name));
  async function first(): Promise<Customer | null> {
    const found = isHere ? answer.found : await customersOf({ q: name });
    if (found) setAnswer({ to: name, found });
    return found?.[0] ?? null;
  }
  return {
    // Until the answer is there, those of the one before that hold what is typed now.
    found: name === "" ? [] : isHere ? answer.found : answer.found.filter(holds),
    isHere,
    known,
    isNew: name !== "" && isHere && !known,
    choose: async () => {
      const asked = name === "" ? null : first();
      choosing.current = asked;
      const chosen = await asked;
      return choosing.current === asked ? chosen : null;
    },
    /** Somebody typed on: what was chosen before counts no more. */
    forget: () => {
      choosing.current = null;
    },
    settled: async () => choosing.current,
  };
}

/** The one customer that a domain of e-mail belongs to. */
export async function customerOfDomain(domain: string): Promise<Customer | null> {
  return (await customersOf({ domain }))?.[0] ?? null;
}

async function customersOf(
  query: Record<string, string>,
  signal: AbortSignal | null = null,
): Promise<readonly Customer[] | null> {
  const address = `/api/customers?${new URLSearchParams(query)}`;
  return (await askServer(address, organisationsSaid, signal))?.organisations ?? null;
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase();
}
