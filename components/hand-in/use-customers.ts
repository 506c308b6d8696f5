import { useEffect, useState } from "react";

type Customer = { id: string; name: string };

/** Names proposed while one types; and, once the server has said, whether the name is a known one. */
export function useCustomers(text: string) {
  const [answer, setAnswer] = useState<{ to: string; found: readonly Customer[] }>({
    to: "",
    found: [],
  });
  const name = text.trim();
  useEffect(() => {
    if (name === "") return;
    const request = new AbortController();
    const timer = setTimeout(async () => {
      const response = await fetch(`/api/customers?q=${encodeURIComponent(name)}`, {
        signal: request.signal,
      }).catch(() => null);
      if (response?.ok) setAnswer({ to: name, found: (await response.json()).organisations });
    }, 120);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [name]);
  const known = answer.found.find((one) => plain(one.name) === plain(name));
  return { found: answer.found, known, isNew: name !== "" && answer.to === name && !known };
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replaceAll(/\p{Mn}/gu, "")
    .toLowerCase();
}
