import { useEffect } from "react";
import { insightKey } from "#lib/insights/number.ts";
import type { InsightRow } from "#lib/insights/views.ts";

const RESTS_MS = 200;

/** The row one rests on is in the address, so that the link shows a colleague the same. */
export function useOpenInAddress(
  row: InsightRow | undefined,
  query: string,
  isReading: boolean,
): void {
  useEffect(() => {
    if (!isReading && matchMedia("(width < 44rem)").matches) return;
    const timer = setTimeout(() => {
      const open = row ? `open=${insightKey(row.number)}` : "";
      const search = [query, open].filter(Boolean).join("&");
      const address = `/insights${search ? `?${search}` : ""}`;
      if (address !== `${location.pathname}${location.search}`)
        history.replaceState(history.state, "", address);
    }, RESTS_MS);
    return () => clearTimeout(timer);
  }, [row, query, isReading]);
}
