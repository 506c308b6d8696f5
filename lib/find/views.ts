import * as z from "#lib/browser-zod.ts";

export const foundKinds = ["theme", "initiative", "customer", "person"] as const;
export type FoundKind = (typeof foundKinds)[number];

const found = z.object({
  kind: z.enum(foundKinds),
  id: z.string(),
  label: z.string(),
  /** What tells it from others of its name, e.g. INI-45. */
  note: z.nullable(z.string()),
  href: z.string(),
});
export type Found = z.output<typeof found>;

export const foundSaid = z.object({ found: z.array(found) });
