import type { SampleKeyResult } from "#prisma/sample/okrs/objective.ts";
import type { Random } from "#prisma/sample/random.ts";

export type SampleCheckIn = {
  at: Date;
  value: number;
  /** 0, no hope, to 10, certain. */
  confidence: number;
  note: string | null;
};

const notes = {
  well: [
    "Ça avance comme prévu.",
    "Deux clients de plus cette semaine.",
    "On track, no surprise.",
    "Le plus dur est derrière nous.",
    null,
    null,
  ],
  poorly: [
    "Bloqué par un client qui ne répond pas.",
    "Slower than we hoped, asking for help on Thursday.",
    "On a sous-estimé la reprise.",
    "Congés de la moitié de l'équipe.",
    null,
  ],
  start: ["Point de départ mesuré.", "Premier relevé.", "Baseline taken."],
};

/** Every fortnight from `first` to `last`, both included; the last value is the key result's own. */
export function checkInsOf(
  keyResult: SampleKeyResult,
  first: Date,
  last: Date,
  random: Random,
): SampleCheckIn[] {
  const days = Math.max(0, Math.floor((last.getTime() - first.getTime()) / day));
  const steps = Math.floor(days / 14);
  return Array.from({ length: steps + 1 }, (_, step) => {
    const share = steps === 0 ? 1 : step / steps;
    const value = valueAt(keyResult, share);
    const mood = share === 0 ? "start" : isDoingWell(keyResult) ? "well" : "poorly";
    const at = new Date(last.getTime() - (steps - step) * 14 * day);
    const confidence = mood === "poorly" ? random.between(3, 6) : random.between(6, 9);
    return { at, value, confidence, note: random.pick<string | null>(notes[mood]) };
  });
}

const day = 86_400_000;

function valueAt({ direction, start, now }: SampleKeyResult, share: number): number {
  if (share === 1) return now;
  if (direction === "hit" || direction === "keep") return start;
  return Math.round(start + (now - start) * share);
}

function isDoingWell({ direction, start, target, now }: SampleKeyResult): boolean {
  if (direction === "keep") return now === target;
  return target === start || (now - start) / (target - start) >= 0.5;
}
