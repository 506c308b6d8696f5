export type MailPerson = { name: string | null; email: string | null };

const address = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/u;
const onBehalf = /\b(?:on behalf of|au nom de|de la part de|im auftrag von|en nombre de)\b/i;

/** Who a header or the line above a quote names: "Marie Dupont <m@x.fr>", "Dupont, Marie [mailto:m@x.fr]", "m@x.fr". */
export function mailPerson(written: string): MailPerson | null {
  const told = written.slice(0, 500).split(onBehalf).at(-1) ?? "";
  const email = address.exec(told)?.[0].toLowerCase() ?? null;
  const before = email === null ? told : told.slice(0, told.toLowerCase().indexOf(email));
  const name = nameIn(before);
  return name === null && email === null ? null : { name, email };
}

function nameIn(before: string): string | null {
  const bare = before
    .replace(/(?:\[|<|\()?\s*mailto:.*$/i, "")
    .replace(/[<>[\]()"“”«»*]/g, " ")
    .replace(/^[\s']+|[\s',;]+$/g, "")
    // As a list of addressees rewrites it: "Marie Dupont via Support".
    .replace(/'?\s+via\s.+$/i, "")
    .replace(/\s+/g, " ")
    .trim();
  const turned = /^([^,]{1,80}), ([^,]{1,80})$/.exec(bare);
  const name = turned ? `${turned[2]} ${turned[1]}` : bare;
  return /\p{L}/u.test(name) && !name.includes("@") ? name.slice(0, 200) : null;
}

/** The domain behind the last @, in lower case; null when there is none. */
export function domainOf(email: string): string | null {
  const domain = /@([^@\s]+\.[^@\s]+)$/.exec(email.trim())?.[1];
  return domain?.toLowerCase() ?? null;
}
