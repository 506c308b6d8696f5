import { contratsEntries } from "#prisma/sample/catalogue/contrats.ts";
import { planningEntries } from "#prisma/sample/catalogue/planning.ts";
import { socleEntries } from "#prisma/sample/catalogue/socle.ts";
import { terrainEntries } from "#prisma/sample/catalogue/terrain.ts";

export type { SampleEntry } from "#prisma/sample/catalogue/entry.ts";

/** What the sample company's product does, as its support and sales are told. */
export const sampleEntries = [
  ...planningEntries,
  ...terrainEntries,
  ...contratsEntries,
  ...socleEntries,
];
