import { z } from "zod";
import type { Unseen } from "#lib/frame/unseen.ts";
import { effortNumber, isFactorValue, reachNumber } from "#lib/initiatives/rice.ts";
import { isQuarter } from "#lib/quarter.ts";
import { lookedFor } from "#lib/text.ts";
import { typedNumber } from "#lib/typed-input.ts";

export const kinds = ["product", "tech"] as const;
export type Kind = (typeof kinds)[number];
export const origins = ["bottom-up", "top-down"] as const;
export type Origin = (typeof origins)[number];

const title = z.string().trim().min(1).max(300);
/** A form sends an empty field as null. */
const problem = z.string().trim().max(20_000).nullish();
const reason = z.string().trim().max(2_000).nullish();
const version = z.number().int().positive();

export const createInitiativeInput = z.strictObject({
  title,
  problem,
  kind: z.enum(kinds),
  origin: z.enum(origins),
  /** The strategic need, for a top-down one. */
  originReason: reason,
  teamId: z.uuid(),
  themeIds: z.array(z.uuid()).max(50).default([]),
});
export type CreateInitiative = z.output<typeof createInitiativeInput>;

export const editInitiativeInput = z.strictObject({
  initiativeId: z.uuid(),
  title: title.optional(),
  problem,
  kind: z.enum(kinds).optional(),
  origin: z.enum(origins).optional(),
  originReason: reason,
  teamId: z.uuid().optional(),
  version,
});
export type EditInitiative = z.output<typeof editInitiativeInput>;

const scored = { initiativeId: z.uuid(), reason, version };
const hundredths = z.number().int();

/** Customers a quarter, hundredths, hundredths, half person-months; null takes the factor back. */
export const scoreInitiativeInput = z
  .discriminatedUnion("factor", [
    z.strictObject({
      ...scored,
      factor: z.literal("reach"),
      value: typedNumber(z.number().int(), reachNumber).nullable(),
    }),
    z.strictObject({ ...scored, factor: z.literal("impact"), value: hundredths.nullable() }),
    z.strictObject({ ...scored, factor: z.literal("confidence"), value: hundredths.nullable() }),
    z.strictObject({
      ...scored,
      factor: z.literal("effort"),
      value: typedNumber(z.number().int(), effortNumber, 2).nullable(),
    }),
  ])
  .refine(({ factor, value }) => isFactorValue(factor, value), { path: ["value"] });
export type ScoreInitiative = Unseen<z.output<typeof scoreInitiativeInput>, "version">;

export const linkEpicInput = z.strictObject({
  initiativeId: z.uuid(),
  version,
  /** A Jira issue key; empty unlinks. */
  epicKey: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^([A-Z][A-Z0-9_]{0,49}-[1-9]\d{0,9})?$/)
    .nullable(),
});
export type LinkEpic = Unseen<z.output<typeof linkEpicInput>, "version">;

export const linkKeyResultsInput = z.strictObject({
  initiativeId: z.uuid(),
  keyResultIds: z.array(z.uuid()).min(1).max(50),
});
export type LinkKeyResults = z.output<typeof linkKeyResultsInput>;

export const archiveInitiativesInput = z.strictObject({
  initiativeIds: z.array(z.uuid()).min(1).max(200),
});
export type ArchiveInitiatives = z.output<typeof archiveInitiativesInput>;

/** What the list's address says; what it does not understand it leaves out. */
export const initiativeFilters = z.object({
  tribe: z
    .string()
    .regex(/^\p{Lu}{3}$/u)
    .optional()
    .catch(undefined),
  team: z.uuid().optional().catch(undefined),
  kind: z.enum(kinds).optional().catch(undefined),
  origin: z.enum(origins).optional().catch(undefined),
  /** Quarter written 2026-Q4, or "none": placed nowhere yet. */
  quarter: z
    .string()
    .regex(/^(\d{4}-Q[1-4]|none)$/)
    .optional()
    .catch(undefined),
  /** On a roadmap in that quarter or one of the three before, archived since or not: what the top-down share counts. */
  year: z.string().refine(isQuarter).optional().catch(undefined),
  text: z
    .string()
    .transform(lookedFor)
    .pipe(z.string().trim().max(200))
    .optional()
    .catch(undefined),
  sort: z.enum(["score", "newest", "reach", "effort"]).catch("score"),
});
export type InitiativeFilters = z.output<typeof initiativeFilters>;
