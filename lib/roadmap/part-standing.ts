/**
 * How a part of an initiative stands: as its quarter does while that goes on; of a quarter that is over or closed it was
 * delivered, in the last one that held it, or planned then.
 */
export type PartStanding = "draft" | "committed" | "delivered" | "then";

type Part = { readonly quarter: string; readonly state: string };

/** @param parts all of one initiative, in any order. @param current the quarter that it is */
export function partStanding(
  part: Part,
  parts: readonly Part[],
  { current, isDelivered }: { current: string; isDelivered: boolean },
): PartStanding {
  if (part.quarter >= current && part.state !== "closed")
    return part.state === "committed" ? "committed" : "draft";
  const isLast = parts.every(({ quarter }) => quarter <= part.quarter);
  return isLast && isDelivered ? "delivered" : "then";
}
