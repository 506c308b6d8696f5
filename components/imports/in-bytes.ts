import type { useFormatter } from "#components/i18n/use-formatter.ts";

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** "1.2 MB", in steps of 1,000 as people are used to from their files. */
export function inBytes(format: Pick<ReturnType<typeof useFormatter>, "number">, bytes: number) {
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return format.number(value, {
    style: "unit",
    unit: units[step] ?? "byte",
    unitDisplay: "short",
    maximumFractionDigits: step < 2 || value >= 100 ? 0 : 1,
  });
}
