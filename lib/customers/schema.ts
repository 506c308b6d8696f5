import { z } from "zod";

export const organisationStates = ["customer", "prospect", "lost"] as const;
export const revenueVisibilities = ["all", "product"] as const;

/** Money in whole cents of the company's one currency. */
const cents = z.number().int().min(0).max(1e15).nullable();

export const saveOrganisationInput = z.strictObject({
  /** Absent: a new one. */
  id: z.uuid().optional(),
  version: z.number().int().positive().optional(),
  name: z.string().trim().min(1).max(200),
  state: z.enum(organisationStates),
  lostReason: z.string().trim().max(500).nullable().default(null),
  revenueCents: cents.default(null),
  atStakeCents: cents.default(null),
  segment: z.string().trim().max(100).nullable().default(null),
  country: z.string().trim().max(100).nullable().default(null),
  domains: z.array(z.string().trim().toLowerCase().max(253)).max(50).default([]),
});
export type SaveOrganisationInput = z.output<typeof saveOrganisationInput>;
