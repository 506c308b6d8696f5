/** The project of a key, as keys have it: "SUP" of "SUP-123". */
export function projectOfKey(key: string): string {
  return key.replace(/-\d+$/, "");
}
