import "server-only";
import { z } from "zod";
import type { AccountRow } from "#lib/customers/account-row.ts";
import type { Draft, Known } from "#lib/customers/plan-accounts.ts";
import { organisationStates } from "#lib/customers/schema.ts";
import { type Asks, listRows } from "#lib/sql/rows.ts";

const knownRow = z.object({
  id: z.guid(),
  name: z.string(),
  alike: z.string(),
  domains: z.array(z.string()),
  mergedInto: z.guid().nullable(),
  revenueCents: z.bigint().nullable(),
  atStakeCents: z.bigint().nullable(),
  segment: z.string().nullable(),
  country: z.string().nullable(),
  state: z.enum(organisationStates),
  accountManager: z.string().nullable(),
});
type Row = z.output<typeof knownRow>;

/** Every customer with all that leads to it; one that was merged away leads to the one it was merged into. */
export async function readKnown(tx: Asks, rows: AccountRow[]): Promise<Known> {
  const found = await listRows(tx, knownRow)`
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

const aliasRow = z.object({ id: z.guid(), kind: z.string(), value: z.string() });

/** All at once: one look-up a customer would be twenty thousand. */
async function readAliases(tx: Asks) {
  return listRows(tx, aliasRow)`
    SELECT organisation_id::text AS id, kind, value FROM organisation_alias WHERE kind IN ('name', 'account-id')`;
}

const alikeName = z.object({ name: z.string(), alike: z.string() });

async function readAlike(tx: Asks, rows: AccountRow[]): Promise<Map<string, string>> {
  const names = [...new Set(rows.flatMap(({ name }) => name ?? []))];
  const found = await listRows(tx, alikeName)`
    SELECT n AS name, alike_name(n) AS alike FROM unnest(${names}::text[]) AS n`;
  return new Map(found.map(({ name, alike }) => [name, alike]));
}

const writingDomain = z.object({ domain: z.string(), id: z.guid() });

/** Whose insights people with an address in one of the file's domains have asked for. */
async function readWriting(tx: Asks, rows: AccountRow[], drafts: Map<string, Draft>) {
  const domains = [...new Set(rows.flatMap((row) => row.domains))];
  const found = await listRows(tx, writingDomain)`
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
