import { z } from "zod";
import { insightKinds } from "#lib/insights/kinds.ts";

const insightId = z.uuid();

/** "No": for ever. `target` is what was proposed: the id of a Tribe, theme, insight or customer, or the word. */
export const refuseInput = z.discriminatedUnion("kind", [
  z.strictObject({
    insightId,
    kind: z.enum(["tribe", "theme", "duplicate", "customer"]),
    target: z.uuid(),
  }),
  z.strictObject({ insightId, kind: z.literal("kind"), target: z.enum(insightKinds) }),
  z.strictObject({ insightId, kind: z.literal("language"), target: z.enum(["fr", "en", "mixed"]) }),
  z.strictObject({
    insightId,
    kind: z.enum(["new-theme", "severity"]),
    target: z.string().trim().min(1).max(300),
  }),
]);
export type Refuse = z.output<typeof refuseInput>;

/** Each to the Tribe that the screen showed as sure: one act, taken back by one. */
export const confirmInput = z.strictObject({
  insights: z
    .array(z.strictObject({ id: z.uuid(), tribeId: z.uuid() }))
    .min(1)
    .max(5000),
});
export type Confirm = z.output<typeof confirmInput>;
