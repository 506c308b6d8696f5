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
  /** Of a team whose hat the viewer wears. */
  isMine: z.boolean(),
  insights: z.number(),
});
export type ThemeChoice = z.output<typeof themeChoice>;
