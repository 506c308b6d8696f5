import { z } from "zod";

/** Screens whose address can be kept. */
export const savedScreens = ["insights"] as const;

export const saveViewInput = z.strictObject({
  screen: z.enum(savedScreens),
  name: z.string().trim().min(1).max(60),
  /** The query string, without its question mark. */
  query: z.string().max(2000),
});
export const removeViewInput = z.strictObject({ id: z.uuid() });
export type SaveViewInput = z.output<typeof saveViewInput>;
export type RemoveViewInput = z.output<typeof removeViewInput>;
export type SavedViewChoice = { id: string; name: string; query: string };
