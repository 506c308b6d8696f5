const largest = 2_147_483_647;

/** The number in "INS-2417", "ins2417" or "2417", of what bears these letters; null for anything else. */
export function keyNumber(letters: "INS" | "INI" | "THE", text: string): number | null {
  const written = new RegExp(`^(?:${letters}-?)?(\\d{1,10})$`, "i").exec(text.trim())?.[1];
  const number = Number(written);
  return written && number > 0 && number <= largest ? number : null;
}
