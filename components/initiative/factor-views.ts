import { getFormatter } from "next-intl/server";
import type { FactorView } from "#components/initiative/factor-row.tsx";
import type { FactorVersion } from "#lib/initiatives/reads/initiative.ts";
import { factors, fieldOf, type Rice } from "#lib/initiatives/rice.ts";

/** The four factors, each with the newest word on it. */
export async function factorViews(
  rice: Rice,
  versions: readonly FactorVersion[],
): Promise<FactorView[]> {
  const format = await getFormatter();
  return factors.map((factor) => {
    const newest = versions.findLast((version) => version.factor === factor);
    return {
      factor,
      value: rice[fieldOf[factor]],
      setBy: newest?.setBy ?? null,
      setAt: newest
        ? format.dateTime(newest.setAt, { day: "numeric", month: "short", year: "numeric" })
        : null,
      reason: newest?.reason ?? null,
    };
  });
}
