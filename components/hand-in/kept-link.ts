const key = "tribune-hand-in-link";

/**
 * The address to come back to from the company's sign-in, which travels in a cookie: too small for a text, so that the
 * fields wait in this tab.
 */
export function keepForReturn(address: string): string {
  const [path = "/", query] = address.split("?");
  if (query === undefined) return address;
  sessionStorage.setItem(key, query);
  return path;
}

/** The fields that waited, once. */
export function takeKept(): string | null {
  const query = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return query;
}
