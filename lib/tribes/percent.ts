/** A percentage as it is typed. */
export const percentNumber = { whole: true, percent: true, min: 0, max: 100 } as const;
