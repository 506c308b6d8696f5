/** Whether a text speaks to somebody of that name, and not of a longer one. */
export function mentions(text: string, name: string): boolean {
  const at = `@${name}`;
  const ends = text.split(at).slice(1);
  return ends.some((rest) => !/^[\p{L}\p{N}]/u.test(rest));
}
