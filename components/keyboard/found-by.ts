import { fold } from "#lib/fold.ts";

/**
 * How well a line answers what is typed, from 0 to 1: each typed word must stand in it or in the words that find it too,
 * whatever the accents. No letters here and there, which find "rapport" in "apparence".
 */
export function foundBy(label: string, typed: string, also: readonly string[] = []): number {
  const [said, others] = [fold(label), fold(also.join(" "))];
  const words = fold(typed).split(" ").filter(Boolean);
  if (!words.every((word) => said.includes(word) || others.includes(word))) return 0;
  if (said.startsWith(words.join(" "))) return 1;
  return words.every((word) => said.includes(word)) ? 0.8 : 0.5;
}
