// How long ago, in the largest unit that is not zero: what a list's last column has room for.

export type AgeWords = { unit: "minutes" | "hours" | "days" | "months" | "years"; count: number };

export function ageOf(instant: string, now: Date): AgeWords {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(instant)) / 60_000));
  if (minutes < 60) return { unit: "minutes", count: minutes };
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return { unit: "hours", count: hours };
  const days = Math.floor(hours / 24);
  if (days < 60) return { unit: "days", count: days };
  const months = Math.floor(days / 30.4);
  return months < 24
    ? { unit: "months", count: months }
    : { unit: "years", count: Math.floor(days / 365) };
}
