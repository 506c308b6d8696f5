import { readUnit } from "#lib/customers/money.ts";
import { fold } from "#lib/fold.ts";

export type AccountField =
  | "id"
  | "name"
  | "domains"
  | "revenue"
  | "atStake"
  | "segment"
  | "country"
  | "state"
  | "accountManager";

/** What customer bases call these, in the languages that we read. The first list in which a header stands decides. */
const names: Record<AccountField, string[]> = {
  id: [
    ...[
      "id",
      "account id",
      "account number",
      "customer id",
      "customer number",
      "company id",
      "record id",
    ],
    ...[
      "crm id",
      "salesforce id",
      "hubspot id",
      "external id",
      "account no",
      "id client",
      "code client",
    ],
    ...[
      "numero client",
      "n° client",
      "no client",
      "identifiant",
      "identifiant client",
      "id compte",
    ],
    ...["numero de compte", "id de cuenta", "id cliente", "numero de cliente", "codigo cliente"],
    ...[
      "id da conta",
      "id do cliente",
      "kundennummer",
      "kunden-id",
      "kunden id",
      "konto-id",
      "id klienta",
    ],
    ...["numer klienta", "id konta", "codice cliente", "id account"],
  ],
  name: [
    ...["name", "account", "account name", "company", "company name", "customer", "customer name"],
    ...[
      "organisation",
      "organization",
      "organisation name",
      "organization name",
      "client",
      "client name",
    ],
    ...["nom", "nom du client", "nom client", "nom du compte", "compte", "entreprise", "societe"],
    ...[
      "nom de l'entreprise",
      "nom de la societe",
      "raison sociale",
      "nombre",
      "nombre de la cuenta",
    ],
    ...[
      "cuenta",
      "cliente",
      "empresa",
      "nombre de la empresa",
      "razon social",
      "nome",
      "nome da conta",
    ],
    ...["conta", "nome da empresa", "razao social", "firma", "firmenname", "kunde", "kundenname"],
    ...[
      "unternehmen",
      "nazwa",
      "nazwa klienta",
      "klient",
      "nazwa firmy",
      "azienda",
      "ragione sociale",
    ],
  ],
  domains: [
    ...[
      "domain",
      "domains",
      "company domain name",
      "email domain",
      "email domains",
      "e-mail domain",
    ],
    ...["website", "web site", "website url", "url", "site web", "site", "domaine", "domaines"],
    ...["domaine e-mail", "domaines e-mail", "nom de domaine", "dominio", "dominios", "sitio web"],
    ...["domeny", "domena", "strona www", "webseite", "domaene", "domane", "domanen", "sito web"],
  ],
  atStake: [
    ...[
      "amount at stake",
      "at stake",
      "at risk",
      "amount at risk",
      "arr at risk",
      "revenue at risk",
    ],
    ...[
      "montant en jeu",
      "en jeu",
      "montant a risque",
      "a risque",
      "ca a risque",
      "importe en juego",
    ],
    ...["en riesgo", "importe en riesgo", "em risco", "valor em risco", "gefahrdeter umsatz"],
    ...[
      "risikobetrag",
      "zagrozona kwota",
      "importo a rischio",
      "expansion",
      "pipeline",
      "opportunity amount",
    ],
  ],
  revenue: [
    ...["revenue", "annual revenue", "yearly revenue", "arr", "mrr x 12", "acv", "contract value"],
    ...[
      "annual contract value",
      "ca",
      "ca annuel",
      "chiffre d'affaires",
      "chiffre d'affaires annuel",
    ],
    ...["revenu", "revenu annuel", "revenus", "montant annuel", "montant du contrat", "ingresos"],
    ...[
      "ingresos anuales",
      "facturacion",
      "facturacion anual",
      "receita",
      "receita anual",
      "faturamento",
    ],
    ...[
      "umsatz",
      "jahresumsatz",
      "przychod",
      "przychody",
      "przychod roczny",
      "fatturato",
      "ricavi",
    ],
  ],
  segment: [
    ...[
      "segment",
      "tier",
      "customer segment",
      "account tier",
      "size",
      "taille",
      "categorie",
      "segmento",
    ],
    ...["segment client", "categoria", "kategorie", "kundensegment", "type", "account type"],
  ],
  country: [
    ...[
      "country",
      "billing country",
      "country/region",
      "pays",
      "pays de facturation",
      "pais",
      "land",
    ],
    ...["kraj", "paese", "nazione"],
  ],
  state: [
    ...["state", "status", "account status", "customer status", "lifecycle stage", "stage", "etat"],
    ...["statut", "statut client", "estado", "kundenstatus", "stan", "stato"],
  ],
  accountManager: [
    ...[
      "account manager",
      "account owner",
      "owner",
      "csm",
      "customer success manager",
      "company owner",
    ],
    ...[
      "responsable",
      "responsable de compte",
      "responsable du compte",
      "proprietaire",
      "commercial",
    ],
    ...["gestionnaire de compte", "charge de compte", "proprietaire du compte", "gestor de cuenta"],
    ...["propietario", "gerente de conta", "gestor", "kundenbetreuer", "betreuer", "opiekun"],
    ...["opiekun klienta", "responsabile"],
  ],
};

const fieldByName = new Map(
  accountFields().flatMap((field) => names[field].map((name) => [fold(name), field] as const)),
);

export function accountFields(): AccountField[] {
  return Object.keys(names).filter((name): name is AccountField => Object.hasOwn(names, name));
}

export type AccountColumn = {
  field: AccountField;
  /** What the header says of the amounts in it: "ARR (k€)". */
  unit: { currency: string | null; unit: bigint };
};

/** What a header means, or null. Units stand in brackets or at its end. */
export function accountColumnOf(header: string): AccountColumn | null {
  const folded = fold(header).replace(/[_]+/g, " ");
  const plain = fieldByName.get(folded);
  const none = { currency: null, unit: 1n };
  if (plain) return { field: plain, unit: none };
  const match =
    /^(.*?)[\s:,-]*[([]\s*([^)\]]*?)\s*[)\]]$/.exec(folded) ??
    /^(.*?)\s+(?:in |en )?([a-z]{0,3}[€$£]|[kmt]?(?:eur|usd|gbp|chf|pln|cad))$/.exec(folded);
  const field = fieldByName.get(match?.[1]?.trim() ?? "");
  if (!field) return null;
  return { field, unit: readUnit(match?.[2] ?? "") ?? none };
}
