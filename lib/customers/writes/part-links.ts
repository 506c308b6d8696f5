import "server-only";
import { z } from "zod";
import { freeMailDomains } from "#lib/customers/free-mail.ts";
import { organisationCalled } from "#lib/customers/reads/organisation-names.ts";
import type { Pair } from "#lib/customers/writes/merge-links.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Write } from "#lib/operations/write.ts";
import { onlyId } from "#lib/sql/columns.ts";
import { listRows } from "#lib/sql/rows.ts";

const insightOfLink = z.object({ insightId: z.guid() });

/** Ties that the merge took off come back, those that it moved go back, where they still are as it left them. */
export async function partLinks(w: Write, pair: Pair, operationId: string): Promise<number> {
  const { keepId, otherId } = pair;
  const moved = await listRows(w.tx, onlyId)`
    SELECT l.id::text AS id FROM change c
    JOIN insight_organisation l ON l.id = c.row_id::uuid AND l.organisation_id = ${keepId}::uuid
    JOIN insight i ON i.id = l.insight_id LEFT JOIN ticket t ON t.id = i.ticket_id
    WHERE c.operation_id = ${operationId}::uuid AND c.table_name = 'insight_organisation' AND c.after IS NOT NULL
      AND (t.id IS NULL OR ${names("other", pair)} OR NOT ${names("keep", pair)})`;
  const ids = moved.map(({ id }) => id);
  await w.update("insight_organisation", ids, { organisationId: otherId });
  const off = await listRows(w.tx, insightOfLink)`
    SELECT l.insight_id::text AS "insightId" FROM change c
    JOIN insight_organisation l ON l.insight_id = (c.before ->> 'insight_id')::uuid AND l.organisation_id = ${keepId}::uuid
    WHERE c.operation_id = ${operationId}::uuid AND c.table_name = 'insight_organisation' AND c.after IS NULL
      AND NOT EXISTS (SELECT FROM insight_organisation o
        WHERE o.insight_id = l.insight_id AND o.organisation_id = ${otherId}::uuid)`;
  const rows = off.map(({ insightId }) => ({ insightId, organisationId: otherId }));
  await w.insert("insight_organisation", rows);
  return moved.length + rows.length;
}

const laterLink = z.object({ id: z.guid(), insightId: z.guid(), both: z.boolean() });

/** What has come since: a ticket that names the other and not the one kept is the other's, one that names both is both's. */
export async function partLater(w: Write, pair: Pair, operationId: string): Promise<number> {
  const { keepId, otherId } = pair;
  const later = await listRows(w.tx, laterLink)`
    SELECT l.id::text AS id, l.insight_id::text AS "insightId", ${names("keep", pair)} AS both
    FROM insight_organisation l JOIN insight i ON i.id = l.insight_id JOIN ticket t ON t.id = i.ticket_id
    WHERE l.organisation_id = ${keepId}::uuid AND cardinality(t.organisation_names) > 0 AND ${names("other", pair)}
      AND NOT EXISTS (SELECT FROM insight_organisation o
        WHERE o.insight_id = l.insight_id AND o.organisation_id = ${otherId}::uuid)
      AND NOT EXISTS (SELECT FROM change c WHERE c.operation_id = ${operationId}::uuid
        AND c.table_name = 'insight_organisation' AND c.row_id = l.id::text)`;
  const theirs = later.filter(({ both }) => !both).map(({ id }) => id);
  const shared = later.filter(({ both }) => both);
  await w.update("insight_organisation", theirs, { organisationId: otherId });
  await w.insert(
    "insight_organisation",
    shared.map(({ insightId }) => ({ insightId, organisationId: otherId })),
  );
  return later.length;
}

/** People whom the merge moved, and those since whose address only the other's domains know. */
export async function partRequesters(w: Write, pair: Pair, operationId: string): Promise<void> {
  const { keepId, otherId } = pair;
  const theirs = await listRows(w.tx, onlyId)`
    SELECT r.id::text AS id FROM requester r
    JOIN organisation o ON o.id = ${otherId}::uuid JOIN organisation k ON k.id = ${keepId}::uuid
    WHERE r.organisation_id = k.id AND (
      EXISTS (SELECT FROM change c WHERE c.operation_id = ${operationId}::uuid AND c.table_name = 'requester'
        AND c.row_id = r.id::text)
      OR (split_part(lower(r.email), '@', 2) = ANY (o.domains) AND split_part(lower(r.email), '@', 2) <> ALL (k.domains)
        AND split_part(lower(r.email), '@', 2) <> ALL (${[...freeMailDomains]})))`;
  const ids = theirs.map(({ id }) => id);
  await w.update("requester", ids, { organisationId: otherId });
}

const changedColumn = z.object({ column: z.string() });

/** What the one kept took from the other is unknown again, where nobody has changed it since. */
export async function partFacts(w: Write, keepId: string, operationId: string): Promise<void> {
  const taken = await listRows(w.tx, changedColumn)`
    SELECT f.key AS column FROM change c JOIN organisation o ON o.id = c.row_id::uuid, jsonb_each(c.after) AS f
    WHERE c.operation_id = ${operationId}::uuid AND c.table_name = 'organisation' AND c.row_id = ${keepId}
      AND to_jsonb(o) -> f.key = f.value`;
  const held = new Set(taken.map(({ column }) => column));
  const facts = {
    ...(held.has("revenue_cents") ? { revenueCents: null } : {}),
    ...(held.has("at_stake_cents") ? { atStakeCents: null } : {}),
    ...(held.has("segment") ? { segment: null } : {}),
    ...(held.has("country") ? { country: null } : {}),
    ...(held.has("account_manager") ? { accountManager: null } : {}),
  };
  if (held.size > 0) await w.update("organisation", [keepId], facts);
}

/** Whether the ticket `t` names that one: the other by a name of its own, the one kept by any name but those. */
function names(which: "keep" | "other", { keepId, otherId }: Pair): Prisma.Sql {
  const others = Prisma.sql`(
    SELECT lower(o.name) FROM organisation o WHERE o.id = ${otherId}::uuid
    UNION ALL SELECT a.value FROM organisation_alias a WHERE a.organisation_id = ${otherId}::uuid AND a.kind = 'name')`;
  return which === "other"
    ? Prisma.sql`EXISTS (SELECT FROM unnest(t.organisation_names) AS n WHERE lower(n) IN ${others})`
    : Prisma.sql`EXISTS (SELECT FROM unnest(t.organisation_names) AS n WHERE lower(n) NOT IN ${others}
        AND ${organisationCalled(Prisma.sql`lower(n)`)} = ${keepId}::uuid)`;
}
