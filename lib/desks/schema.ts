import { z } from "zod";
import { siteAddress, sourceName } from "#lib/tickets/schema.ts";

export const connectionKinds = ["jira-cloud", "jira-server"] as const;
/** Besides desks: files, and what is handed in here. */
export const sourceKinds = ["csv", "form", ...connectionKinds] as const;
export type SourceKind = (typeof sourceKinds)[number];
export type ConnectionKind = (typeof connectionKinds)[number];

const words = z.array(z.string().trim().min(1).max(200)).max(200);

/**
 * What of a desk comes in. A connection lets in something named, never the whole desk unasked: projects, or a query
 * of its own; request types and issue types narrow it further.
 */
export const admits = z.strictObject({
  projects: words.default([]),
  requestTypes: words.default([]),
  issueTypes: words.default([]),
  query: z.string().trim().max(2000).default(""),
});
export type Admits = z.output<typeof admits>;

/** What a status of the desk means to the zero-bug clock. */
export const clockEvents = ["qualified", "backlog", "resolved", "wont-fix"] as const;
export type ClockEvent = (typeof clockEvents)[number];
export const statusMeanings = z.record(z.string().min(1).max(120), z.enum(clockEvents));
export type StatusMeanings = z.output<typeof statusMeanings>;

/** A secret as typed; empty keeps what is there. */
const secret = z.string().max(4000).default("");

export const saveSourceInput = z
  .strictObject({
    id: z.uuid().nullable(),
    version: z.int().min(1).nullable(),
    name: sourceName,
    kind: z.enum(connectionKinds),
    siteUrl: siteAddress,
    account: z.string().trim().max(320).default(""),
    apiToken: secret,
    webhookSecret: secret,
    admits,
  })
  .refine(({ admits }) => admits.projects.length > 0 || admits.query !== "", {
    path: ["admits.projects"],
    error: "source-admits-nothing",
  });
export type SaveSourceInput = z.output<typeof saveSourceInput>;

export const saveStatusesInput = z.strictObject({
  id: z.uuid(),
  version: z.int().min(1),
  statuses: statusMeanings,
});
export type SaveStatusesInput = z.output<typeof saveStatusesInput>;

export const sourceIdInput = z.strictObject({ id: z.uuid() });
export type SourceIdInput = z.output<typeof sourceIdInput>;
