import { z } from "zod";

export const commentInput = z.strictObject({
  /** The kind of the thing, as its noun declares it: "theme". */
  on: z.string().min(1).max(40),
  /** Of the thing. */
  id: z.uuid(),
  body: z.string().trim().min(1).max(10_000),
  /** The people it speaks to, whose names stand in it behind an @. */
  mentions: z.array(z.uuid()).max(20).optional(),
});

export type CommentInput = z.output<typeof commentInput>;

/** `at` is an instant, ISO. */
export type WrittenComment = { id: string; author: string; body: string; at: string };
