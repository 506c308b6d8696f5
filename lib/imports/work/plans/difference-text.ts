import { shortened } from "#lib/imports/columns/column-facts.ts";
import type { Change } from "./merge.ts";

/** How fields are stored, in parts of what people say. */
const parts: Record<string, number> = {
  impactHundredths: 100,
  confidenceHundredths: 100,
  effortHalfMonths: 2,
};

/** A difference as it is shown: ids by their names, numbers in the unit that people say. */
export function differenceText(
  { field, before, after }: Change,
  labels: ReadonlyMap<string, string>,
): { field: string; before: string | null; after: string | null } {
  const text = (value: unknown) => {
    if (typeof value === "number") return String(value / (parts[field] ?? 1));
    if (typeof value !== "string") return null;
    return shortened(labels.get(value) ?? value);
  };
  return { field, before: text(before), after: text(after) };
}
