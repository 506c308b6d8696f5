/** The colour of a Tribe follows the company's order of Tribes (1-based); six, then again. */
export function tribeHue(position: number): 1 | 2 | 3 | 4 | 5 | 6 {
  return HUES[(position - 1) % HUES.length] ?? 1;
}

const HUES = [1, 2, 3, 4, 5, 6] as const;

export const TRIBE_BACKGROUND = {
  1: "bg-tribe-1",
  2: "bg-tribe-2",
  3: "bg-tribe-3",
  4: "bg-tribe-4",
  5: "bg-tribe-5",
  6: "bg-tribe-6",
} as const;

export const TRIBE_TEXT = {
  1: "text-tribe-1",
  2: "text-tribe-2",
  3: "text-tribe-3",
  4: "text-tribe-4",
  5: "text-tribe-5",
  6: "text-tribe-6",
} as const;

/** The 2 px edge of a roadmap card. */
export const TRIBE_EDGE = {
  1: "border-l-tribe-1",
  2: "border-l-tribe-2",
  3: "border-l-tribe-3",
  4: "border-l-tribe-4",
  5: "border-l-tribe-5",
  6: "border-l-tribe-6",
} as const;
