import * as z from "#lib/browser-zod.ts";

/** What a field for themes proposes. */
export const themeChoice = z.object({
  id: z.guid(),
  number: z.number(),
  title: z.string(),
  tribeCode: z.string(),
  tribeName: z.string(),
  tribePosition: z.number(),
  team: z.nullable(z.string()),
  insights: z.number(),
});
export type ThemeChoice = z.output<typeof themeChoice>;
