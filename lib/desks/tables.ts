import "server-only";
import { noObject, nothing, staying, table, unless } from "#lib/frame/table.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

export const desksTables = [
  table(
    "source",
    "sources",
    `id name kind=source-kind site_url time_zone account admits mapping statuses paused_at created_at archived_at
      version`,
    {
      impersonal: "name kind site_url time_zone account admits mapping statuses",
      called: "name",
      instead: {
        account: unless("source:manage", nothing),
        admits: unless("source:manage", noObject),
        mapping: unless("source:manage", Prisma.sql`NULL::jsonb`),
        statuses: unless("source:manage", noObject),
      },
    },
  ),
  table(
    "source_state",
    "source-states",
    `source_id cursor pulled_at next_pull_at reconciled_at last_event_at failure failed_at fields=site-fields
      fields_read_at`,
    { personal: "cursor failure fields", permission: "source:manage", key: ["source_id"] },
  ),
  table(
    "epic",
    "epics",
    `id source_id external_id=desk-id key=epic-key title status=desk-status status_category children_total children_done
      starts_on due_on resolved_at=desk-resolved-at desk_updated_at read_at due_at failure`,
    {
      personal: "external_id key title status status_category failure",
      permission: "initiative:read",
    },
  ),
];

/** Secrets, and events that were not taken in yet. */
export const desksStaying = [
  staying("source_secret", { impersonal: "name" }),
  staying("ticket_aside", { personal: "external_id key reason" }),
  staying("webhook_event", { personal: "failure waits_for", impersonal: "identifier outcome" }),
];
