import { z } from "zod";

export const commentSubjects = ["insight", "theme", "initiative"] as const;

export const commentInput = z.strictObject({
  on: z.enum(commentSubjects),
  /** Of the insight, the theme or the initiative. */
  id: z.uuid(),
  body: z.string().trim().min(1).max(10_000),
});

export type CommentInput = z.output<typeof commentInput>;
export type CommentSubject = CommentInput["on"];

/** `at` is an instant, ISO. */
export type WrittenComment = { id: string; author: string; body: string; at: string };
