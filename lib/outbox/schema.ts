import { z } from "zod";
import { noticeKinds } from "#lib/frame/notice-kind.ts";

/** One thing, or news of one kind. */
export const silenceInput = z.union([
  z.strictObject({ on: z.string().min(1).max(40), id: z.uuid() }),
  z.strictObject({ kind: z.enum(noticeKinds) }),
]);
export type SilenceInput = z.output<typeof silenceInput>;

/** By the silence's own id. */
export const allowInput = z.strictObject({ id: z.uuid() });
export type AllowInput = z.output<typeof allowInput>;

export const retryInput = z.strictObject({ ids: z.array(z.uuid()).min(1).max(500) });
export type RetryInput = z.output<typeof retryInput>;
