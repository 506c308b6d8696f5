import {
  type AccountFacts,
  type AccountRow,
  factNames,
  type RefusedAccount,
} from "#lib/customers/account-row.ts";

// What a file of accounts would change, as a pure rule: found by the base's id, then by domain, then by name. What
// matches only loosely is made a customer of its own, and a person says whether the two are one.

/** A customer as it is known, or as the file makes it. */
export type Draft = {
  /** Null for one that the file makes. */
  id: string | null;
  name: string;
  /** The name without accents, case and legal form. */
  alike: string;
  facts: AccountFacts;
  /** Those of whoever was merged into it among them. */
  domains: string[];
  /** What the file adds to its own. */
  newDomains: string[];
  accountIds: string[];
  /** In lower case, its own name among them. */
  names: string[];
};

export type Known = {
  drafts: Draft[];
  /** Customers whose people write from a domain, where it is not known to be the customer's. */
  writing: Map<string, Draft[]>;
  /** The name without accents, case and legal form, for each name of the file. */
  alikeOf: (name: string) => string;
};

/** What a line of the file may say otherwise than we do. */
export const differing = [...factNames, "domains", "name", "accountId"] as const;

export type Difference = {
  field: (typeof differing)[number];
  before: string | number | null;
  after: string | number | null;
};
export type AccountOutcome = {
  line: number;
  kind: "created" | "updated" | "unchanged";
  name: string;
  changes: Difference[];
  /** Names of those that it may be one with. */
  alike: string[];
};
export type LoosePair = { one: Draft; other: Draft; reason: "domain" | "name" };
export type AccountPlan = {
  outcomes: AccountOutcome[];
  refused: RefusedAccount[];
  made: Draft[];
  changed: Draft[];
  pairs: LoosePair[];
};

export function planAccounts(known: Known, rows: AccountRow[]): AccountPlan {
  const index = indexOf(known);
  const plan: AccountPlan = { outcomes: [], refused: [], made: [], changed: [], pairs: [] };
  const changed = new Set<Draft>();
  const claimed = new Set<Draft>();
  for (const row of rows) {
    const found = matchOf(row, index, claimed);
    if (found === "other-account") {
      plan.refused.push({
        line: row.line,
        reason: "account-name-twice",
        params: { name: row.name ?? "" },
      });
      continue;
    }
    if (!found && row.name === null) {
      plan.refused.push({
        line: row.line,
        reason: "account-unknown",
        params: { id: row.id ?? row.domains[0] ?? "" },
      });
      continue;
    }
    const draft = found ?? newDraft(row, known);
    const changes = take(draft, row, index);
    claimed.add(draft);
    if (!found) plan.made.push(draft);
    else if (changes.length > 0 && draft.id !== null) changed.add(draft);
    const loose = found ? [] : looseOf(draft, row, index, known);
    plan.pairs.push(...loose);
    index.add(draft);
    plan.outcomes.push({
      line: row.line,
      kind: found ? (changes.length > 0 ? "updated" : "unchanged") : "created",
      name: draft.name,
      changes,
      alike: loose.map(({ other }) => other.name),
    });
  }
  return { ...plan, changed: [...changed] };
}

type Index = {
  byId: Map<string, Draft>;
  byName: Map<string, Draft>;
  byDomain: Map<string, Set<Draft>>;
  byAlike: Map<string, Draft>;
  add(draft: Draft): void;
};

function indexOf({ drafts }: Known): Index {
  const index: Index = {
    byId: new Map(),
    byName: new Map(),
    byDomain: new Map(),
    byAlike: new Map(),
    add(draft) {
      for (const id of draft.accountIds) index.byId.set(id, draft);
      for (const name of draft.names) if (!index.byName.has(name)) index.byName.set(name, draft);
      for (const domain of draft.domains)
        index.byDomain.set(domain, (index.byDomain.get(domain) ?? new Set()).add(draft));
      if (!index.byAlike.has(draft.alike)) index.byAlike.set(draft.alike, draft);
    },
  };
  for (const draft of drafts) index.add(draft);
  return index;
}

function matchOf(
  row: AccountRow,
  index: Index,
  claimed: Set<Draft>,
): Draft | "other-account" | null {
  const byId = row.id === null ? undefined : index.byId.get(row.id);
  if (byId) return byId;
  const named = row.name === null ? undefined : index.byName.get(row.name.toLowerCase());
  const ofDomain = [
    ...new Set(row.domains.flatMap((domain) => [...(index.byDomain.get(domain) ?? [])])),
  ];
  // Two accounts of one base may share a domain: a group and its branch are two.
  const free = ofDomain.filter(
    (draft) => !isOther(row, draft) && !(claimed.has(draft) && draft !== named),
  );
  const [only] = free;
  if (only && free.length === 1 && ofDomain.length === 1) return only;
  if (!named) return null;
  return isOther(row, named) ? "other-account" : named;
}

/** The base knows it under another id. */
function isOther(row: AccountRow, draft: Draft): boolean {
  return row.id !== null && draft.accountIds.length > 0 && !draft.accountIds.includes(row.id);
}

function newDraft(row: AccountRow, { alikeOf }: Known): Draft {
  const name = row.name ?? "";
  return {
    id: null,
    name,
    alike: alikeOf(name),
    facts: {
      revenueCents: null,
      atStakeCents: null,
      segment: null,
      country: null,
      state: "customer",
      accountManager: null,
    },
    domains: [],
    newDomains: [],
    accountIds: [],
    names: [name.toLowerCase()],
  };
}

/** Writes a row into what is known. Domains and names are added, never taken off; a customer keeps its name here. */
function take(draft: Draft, row: AccountRow, index: Index): Difference[] {
  const changes: Difference[] = [];
  for (const field of factNames) {
    if (!Object.hasOwn(row.facts, field)) continue;
    const before = draft.facts[field];
    const after = row.facts[field] ?? null;
    if (before === after) continue;
    changes.push({ field, before: shown(before), after: shown(after) });
  }
  Object.assign(draft.facts, row.facts);
  const domains = row.domains.filter((domain) => !draft.domains.includes(domain));
  if (domains.length > 0) {
    changes.push({
      field: "domains",
      before: draft.domains.join(", ") || null,
      after: [...draft.domains, ...domains].join(", "),
    });
    draft.domains = [...draft.domains, ...domains];
    draft.newDomains = [...draft.newDomains, ...domains];
  }
  if (row.id !== null && !draft.accountIds.includes(row.id)) {
    changes.push({
      field: "accountId",
      before: draft.accountIds.join(", ") || null,
      after: row.id,
    });
    draft.accountIds = [...draft.accountIds, row.id];
  }
  const name = row.name?.toLowerCase();
  if (name !== undefined && !draft.names.includes(name) && !index.byName.has(name)) {
    changes.push({ field: "name", before: draft.name, after: row.name });
    draft.names = [...draft.names, name];
  }
  return changes;
}

function looseOf(draft: Draft, row: AccountRow, index: Index, known: Known): LoosePair[] {
  const named = index.byAlike.get(draft.alike);
  const ofDomain = row.domains.flatMap((domain) => [
    ...(index.byDomain.get(domain) ?? []),
    ...(known.writing.get(domain) ?? []),
  ]);
  const others = new Map<Draft, LoosePair["reason"]>();
  if (named && named !== draft) others.set(named, "name");
  for (const other of ofDomain)
    if (other !== draft && !others.has(other)) others.set(other, "domain");
  return [...others].slice(0, 3).map(([other, reason]) => ({ one: draft, other, reason }));
}

function shown(value: bigint | string | null): string | number | null {
  return typeof value === "bigint" ? Number(value) : value;
}
