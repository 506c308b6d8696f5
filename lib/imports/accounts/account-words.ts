import { domainToASCII } from "node:url";
import type { AccountFacts } from "#lib/customers/account-row.ts";
import { isFreeMail } from "#lib/customers/free-mail.ts";
import { fold } from "#lib/fold.ts";

const stateWords: [AccountFacts["state"], RegExp][] = [
  [
    "lost",
    /lost|churn|perdu|perdid|former|ancien|inacti|resili|cancel|verloren|ehemalig|gekundigt|utrac|byly|perso|ex[- ]/,
  ],
  [
    "prospect",
    /prospe|lead|opportun|trial|essai|interessent|potenc|potenz|pilot|potential|qualified|oportunidad/,
  ],
  [
    "customer",
    /custom|client|kund|klient|acti[fv]|aktiv|aktyw|won|gagne|live|signed|abonn|subscri|attivo/,
  ],
];

/** A customer, a prospect or a lost one, in the words of any base; null when it is none of them. */
export function stateOf(word: string): AccountFacts["state"] | null {
  const folded = fold(word);
  return stateWords.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** Domains in a cell of domains, addresses of sites or of e-mail; those where everybody may have an address apart. */
export function domainsOf(cell: string): { domains: string[]; free: string[] } {
  const found = cell
    .split(/[\s,;|]+/)
    .map((part) => domainToASCII(hostOf(part)).toLowerCase())
    .filter((host) =>
      /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]+$/.test(host),
    );
  const all = [...new Set(found)];
  return { domains: all.filter((one) => !isFreeMail(one)), free: all.filter(isFreeMail) };
}

function hostOf(part: string): string {
  return part
    .trim()
    .replace(/^[a-z]+:\/\//i, "")
    .replace(/^.*@/, "")
    .replace(/[/?#:].*$/, "")
    .replace(/^www\./i, "")
    .replace(/\.$/, "");
}
