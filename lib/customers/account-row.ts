/** A line of a file of accounts. What the file has no column for is not among `facts`, and changes nothing. */
export type AccountRow = {
  line: number;
  /** The customer base's own id. */
  id: string | null;
  name: string | null;
  /** Without those where everybody may have an address. */
  domains: string[];
  facts: Partial<AccountFacts>;
};

export type AccountFacts = {
  revenueCents: bigint | null;
  atStakeCents: bigint | null;
  segment: string | null;
  country: string | null;
  state: "customer" | "prospect" | "lost";
  accountManager: string | null;
};

export const factNames = [
  "revenueCents",
  "atStakeCents",
  "segment",
  "country",
  "state",
  "accountManager",
] as const satisfies (keyof AccountFacts)[];

export type RefusedAccount = { line: number; reason: string; params: Record<string, string> };
