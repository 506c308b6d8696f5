/** Where a customer's page is. */
export function customerAddress(id: string): string {
  return `/customers/${id}`;
}

/**
 * The domain in what a CRM keeps as one: "https://www.Ventadour.example/fr" as well as "ventadour.example", or an
 * e-mail address.
 */
export function domainIn(written: string): string {
  const host = written
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, "")
    .replace(/[/?#].*$/s, "");
  return host
    .replace(/^.*@/, "")
    .replace(/:\d+$/, "")
    .replace(/^www\./, "");
}
