import { z } from "zod";

export const organisationStates = ["customer", "prospect", "lost"] as const;
export type OrganisationState = (typeof organisationStates)[number];

export function isOrganisationState(value: string): value is OrganisationState {
  return organisationStates.some((state) => state === value);
}

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
  /** By e-mail or name; absent leaves it as it is. */
  accountManager: z.string().trim().max(200).nullable().optional(),
});
export type SaveOrganisationInput = z.output<typeof saveOrganisationInput>;

export const mergeInput = z.strictObject({ keepId: z.uuid(), otherId: z.uuid() });
export type MergeInput = z.output<typeof mergeInput>;

/** The one that was merged away. */
export const partInput = z.strictObject({ id: z.uuid() });
export type PartInput = z.output<typeof partInput>;

export const pairInput = z.strictObject({ id: z.uuid(), version: z.number().int().positive() });
export type PairInput = z.output<typeof pairInput>;
