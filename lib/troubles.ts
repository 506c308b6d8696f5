/**
 * What is nobody's fault and passes: too much is asked at once or somebody else holds what this needs, the database is
 * away, or there is no room left. Nothing was changed, and the same may be tried again. Also keys of `errors`.
 */
export const troubles = ["busy", "database-away", "storage-full"] as const;
export type Trouble = (typeof troubles)[number];

export function isTrouble(key: string): key is Trouble {
  return troubles.some((trouble) => trouble === key);
}

const mark = "trouble:";

/** By which a page knows of an error on the server that it was trouble. */
export function digestOf(trouble: Trouble): string {
  return `${mark}${trouble}`;
}

export function troubleIn(digest: string | undefined): Trouble | null {
  const key = digest?.startsWith(mark) ? digest.slice(mark.length) : "";
  return isTrouble(key) ? key : null;
}
