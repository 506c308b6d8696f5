import "server-only";
import { nothing, type Rule, table, unless } from "#lib/frame/table.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

const revenueOnly: Rule = ({ sees }) => (sees("revenue") ? null : nothing);

export const customersTables = [
  table(
    "organisation",
    "organisations",
    `id name state=customer-state lost_reason revenue_cents at_stake_cents segment country domains account_manager
      merged_into_id=merged-into created_at archived_at version`,
    {
      personal: "lost_reason segment country account_manager",
      impersonal: "name state domains",
      permission: "customer:read",
      called: "name",
      instead: { revenue_cents: revenueOnly, at_stake_cents: revenueOnly },
    },
  ),
  table(
    "organisation_alias",
    "organisation-aliases",
    "id organisation_id kind=alias-kind value=alias-value",
    { impersonal: "kind value", permission: "source:manage" },
  ),
  table(
    "organisation_pair",
    "organisation-pairs",
    "id a_id b_id reason=pair-reason found_at dismissed_at version",
    { impersonal: "reason", permission: "source:manage" },
  ),
  // Whose insights somebody sees, the insights know (`lib/insights/tables.ts`).
  table(
    "requester",
    "requesters",
    "id name external_key email=requester-email person_id=requester-person organisation_id erased_at version",
    {
      apart: "name external_key email",
      called: "name",
      refers: { person_id: "person" },
      instead: {
        external_key: unless("source:manage", Prisma.sql`'hidden:' || t.id`),
        email: unless("source:manage", nothing),
      },
    },
  ),
];
