import { z } from "zod";

/** The messages that are shown together. */
export const shows = ["waiting", "failed", "sent", "kept", "withdrawn"] as const;
export type Show = (typeof shows)[number];

export const outboxState = z.enum([
  ...(["waiting", "sending", "sent"] as const),
  ...(["unsure", "failed", "withdrawn"] as const),
]);

/** Why a message failed, was withdrawn, or didn't leave at the last try. */
export const failures = [
  ...(["unreachable", "sign-in-refused", "sender-refused", "refused", "not-now"] as const),
  ...(["no-answer", "undone", "account-closed", "not-wanted", "read", "silenced"] as const),
  ...(["told-before", "right-gone", "no-server", "nothing"] as const),
] as const;
export type FailureCode = (typeof failures)[number];
