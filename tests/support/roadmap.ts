import type { Database } from "#lib/db.ts";

type Fields = {
  title: string;
  teamId: string;
  kind?: "product" | "tech";
  origin?: "bottom-up" | "top-down";
  /** Reach, impact and confidence in hundredths, effort in half person-months. */
  rice?: [number | null, number | null, number | null, number | null];
};

/** An initiative as people would leave it, without the way there. @returns its id */
export async function initiativeOn(database: Database, fields: Fields): Promise<string> {
  const { rice = [null, null, null, null], ...given } = fields;
  const [reach, impactHundredths, confidenceHundredths, effortHalfMonths] = rice;
  const made = await database.initiative.create({
    data: {
      kind: "product",
      origin: "bottom-up",
      ...given,
      reach,
      impactHundredths,
      confidenceHundredths,
      effortHalfMonths,
    },
    select: { id: true },
  });
  return made.id;
}
