export const MOST_CAPACITY_HALF_MONTHS = 2_000;

/** What a team can take on in a quarter, and its reserve, as they are typed: person-months, in halves. */
export const capacityNumber = { min: 0, max: MOST_CAPACITY_HALF_MONTHS / 2, step: 0.5 } as const;
