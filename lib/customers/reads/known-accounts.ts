import "server-only";
import type { AccountFacts, AccountRow } from "#lib/customers/account-row.ts";
import type { Draft, Known } from "#lib/customers/plan-accounts.ts";
import type { Tx } from "#lib/db.ts";

type Row = Pick<Draft, "name" | "alike" | "domains"> & {
  id: string;
  mergedInto: string | null;
  revenueCents: bigint | null;
  atStakeCents: bigint | null;
  segment: string | null;
  country: string | null;
  state: AccountFacts["state"];
  accountManager: string | null;
};

/** Every customer with all that leads to it; one that was merged away leads to the one it was merged into. */
export async function readKnown(tx: Pick<Tx, "$queryRaw">, rows: AccountRow[]): Promise<Known> {
  const found = await tx.$queryRaw<Row[]>`
    SELECT o.id::text AS id, o.name, alike_name(o.name) AS alike, o.merged_into_id::text AS "mergedInto", o.domains,
      o.revenue_cents AS "revenueCents", o.at_stake_cents AS "atStakeCents", o.segment, o.country, o.state,
      o.account_manager AS "accountManager"
    FROM organisation o WHERE o.archived_at IS NULL OR o.merged_into_id IS NOT NULL
    ORDER BY o.merged_into_id IS NOT NULL, o.created_at, o.id`;
  const drafts = new Map(
    found.filter((row) => row.mergedInto === null).map((row) => [row.id, draftOf(row)]),
  );
  const leadsTo = new Map(found.map(({ id, mergedInto }) => [id, drafts.get(mergedInto ?? id)]));
  for (const { id, name, domains, mergedInto } of found) {
    const into = leadsTo.get(id);
    if (!into || mergedInto === null) continue;
    into.domains = [...new Set([...into.domains, ...domains])];
    into.names = [...into.names, name.toLowerCase()];
  }
  for (const { id, kind, value } of await readAliases(tx)) {
    const draft = leadsTo.get(id);
    if (kind === "name") draft?.names.push(value);
    else draft?.accountIds.push(value);
  }
  const alike = await readAlike(tx, rows);
  return {
    drafts: [...drafts.values()],
    writing: await readWriting(tx, rows, drafts),
    alikeOf: (name) => alike.get(name) ?? name.toLowerCase(),
  };
}

function draftOf({ id, name, alike, domains, mergedInto: _, ...facts }: Row): Draft {
  const names = [name.toLowerCase()];
  return { id, name, alike, domains, newDomains: [], accountIds: [], names, facts };
}

/** All at once: one look-up a customer would be twenty thousand. */
async function readAliases(tx: Pick<Tx, "$queryRaw">) {
  return tx.$queryRaw<{ id: string; kind: string; value: string }[]>`
    SELECT organisation_id::text AS id, kind, value FROM organisation_alias WHERE kind IN ('name', 'account-id')`;
}

async function readAlike(
  tx: Pick<Tx, "$queryRaw">,
  rows: AccountRow[],
): Promise<Map<string, string>> {
  const names = [...new Set(rows.flatMap(({ name }) => name ?? []))];
  const found = await tx.$queryRaw<{ name: string; alike: string }[]>`
    SELECT n AS name, alike_name(n) AS alike FROM unnest(${names}::text[]) AS n`;
  return new Map(found.map(({ name, alike }) => [name, alike]));
}

/** Whose insights people with an address in one of the file's domains have asked for. */
async function readWriting(
  tx: Pick<Tx, "$queryRaw">,
  rows: AccountRow[],
  drafts: Map<string, Draft>,
) {
  const domains = [...new Set(rows.flatMap((row) => row.domains))];
  const found = await tx.$queryRaw<{ domain: string; id: string }[]>`
    SELECT DISTINCT r.domain, l.organisation_id::text AS id
    FROM (SELECT id, split_part(lower(email), '@', 2) AS domain FROM requester WHERE email IS NOT NULL) AS r
    JOIN insight_requester ir ON ir.requester_id = r.id JOIN insight_organisation l ON l.insight_id = ir.insight_id
    WHERE r.domain = ANY (${domains})`;
  const writing = new Map<string, Draft[]>();
  for (const { domain, id } of found) {
    const draft = drafts.get(id);
    if (draft) writing.set(domain, [...(writing.get(domain) ?? []), draft]);
  }
  return writing;
}
