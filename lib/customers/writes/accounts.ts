import "server-only";
import { freeMailDomains } from "#lib/customers/free-mail.ts";
import type { AccountPlan, Draft } from "#lib/customers/plan-accounts.ts";
import { organisationOfDomain } from "#lib/customers/reads/organisation-names.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Write } from "#lib/operations/write.ts";

/** A plan as rows: few statements, however many accounts. */
export async function writeAccounts(w: Write, plan: AccountPlan, now: Date): Promise<void> {
  const { made, changed, pairs } = plan;
  const ids = new Map<Draft, string>();
  const fresh = made.map(({ name, domains, facts }) => ({
    name,
    domains,
    ...facts,
    createdAt: now,
  }));
  const madeIds = await w.insert("organisation", fresh);
  for (const [index, draft] of made.entries()) ids.set(draft, madeIds[index] ?? "");
  const idOf = (draft: Draft) => draft.id ?? ids.get(draft) ?? "";
  await updateFacts(w, changed);
  await keepAliases(w, [...made, ...changed], idOf);
  const rows = pairs.map(({ one, other, reason }) => ({
    one: idOf(one),
    other: idOf(other),
    reason,
  }));
  await w.tx.$executeRaw`
    INSERT INTO organisation_pair (a_id, b_id, reason, found_at)
    SELECT DISTINCT ON (1, 2) least(one, other), greatest(one, other), reason, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS p (one uuid, other uuid, reason text)
    WHERE one <> other ORDER BY 1, 2, 3
    ON CONFLICT (a_id, b_id) DO NOTHING`;
  await linkRequesters(
    w,
    [...made, ...changed].flatMap(({ domains }) => domains),
  );
}

async function updateFacts(w: Write, changed: Draft[]): Promise<void> {
  const rows = changed.map(({ id, facts, newDomains: domains }) => ({
    id,
    revenue_cents: facts.revenueCents?.toString() ?? null,
    at_stake_cents: facts.atStakeCents?.toString() ?? null,
    segment: facts.segment,
    country: facts.country,
    state: facts.state,
    account_manager: facts.accountManager,
    domains,
  }));
  const picture = (of: string) =>
    Prisma.raw(
      `jsonb_build_object(${[
        "revenue_cents",
        "at_stake_cents",
        "segment",
        "country",
        "state",
        "account_manager",
        "domains",
      ]
        .map((column) => `'${column}', ${of}.${column}`)
        .join(", ")})`,
    );
  await w.tx.$executeRaw`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g (id uuid, revenue_cents bigint,
        at_stake_cents bigint, segment text, country text, state text, account_manager text, domains text[])
    ), written AS (
      UPDATE organisation t SET revenue_cents = g.revenue_cents, at_stake_cents = g.at_stake_cents, segment = g.segment,
        country = g.country, state = g.state, account_manager = g.account_manager, domains = t.domains || g.domains,
        version = t.version + 1
      FROM given g WHERE t.id = g.id
      RETURNING t.id, old.version AS version_before, new.version AS version_after, ${picture("old")} AS before,
        ${picture("new")} AS after
    )
    INSERT INTO change (operation_id, table_name, row_id, version_before, version_after, before, after)
    SELECT ${w.operationId}::uuid, 'organisation', id::text, version_before, version_after, before, after FROM written`;
}

/** Ids of the base, and the names that it has for a customer. */
async function keepAliases(w: Write, drafts: Draft[], idOf: (draft: Draft) => string) {
  const rows = drafts.flatMap((draft) => [
    ...draft.accountIds.map((value) => ({ id: idOf(draft), kind: "account-id", value })),
    ...draft.names
      .filter((name) => name !== draft.name.toLowerCase())
      .map((value) => ({ id: idOf(draft), kind: "name", value })),
  ]);
  await w.tx.$executeRaw`
    INSERT INTO organisation_alias (organisation_id, kind, value)
    SELECT id, kind, value FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS a (id uuid, kind text, value text)
    ORDER BY kind, value
    ON CONFLICT (kind, value) DO NOTHING`;
}

/** People whose customer nobody knew, and whose address is now one customer's. */
export async function linkRequesters(w: Write, domains: string[]): Promise<void> {
  const wanted = [...new Set(domains)].filter((domain) => !freeMailDomains.includes(domain));
  if (wanted.length === 0) return;
  await w.tx.$executeRaw`
    WITH given AS (
      SELECT id, ${organisationOfDomain(Prisma.sql`domain`)} AS organisation_id FROM (
        SELECT id, split_part(lower(email), '@', 2) AS domain FROM requester
        WHERE email IS NOT NULL AND organisation_id IS NULL AND person_id IS NULL AND erased_at IS NULL
      ) AS r WHERE domain = ANY (${wanted})
    ), written AS (
      UPDATE requester t SET organisation_id = g.organisation_id, version = t.version + 1
      FROM given g WHERE t.id = g.id AND g.organisation_id IS NOT NULL
      RETURNING t.id, old.version AS version_before, new.version AS version_after, new.organisation_id
    )
    INSERT INTO change (operation_id, table_name, row_id, version_before, version_after, before, after)
    SELECT ${w.operationId}::uuid, 'requester', id::text, version_before, version_after,
      jsonb_build_object('organisation_id', NULL), jsonb_build_object('organisation_id', organisation_id) FROM written`;
}
