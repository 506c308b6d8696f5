/** How Jira writes the key of an issue. */
export const keyPattern = /^[A-Z][A-Z0-9_]{0,79}-\d{1,18}$/;

/** The project of a key, as keys have it: "SUP" of "SUP-123". */
export function projectOfKey(key: string): string {
  return key.replace(/-\d+$/, "");
}
