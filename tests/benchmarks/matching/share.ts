/** From 0 to 1, to three places; 0 of none. */
export const share = (some: number, all: number): number =>
  all === 0 ? 0 : Number((some / all).toFixed(3));
