import { type Dispatch, useState } from "react";
import type { InboxState, InboxStep } from "#components/insight/inbox/inbox-state.ts";
import type { InsightRow } from "#lib/insights/views.ts";

export type More = { hasMore: boolean; status: "idle" | "loading" | "failed"; load: () => void };

/** The rows after the last one, when asked for. */
export function useMore(state: InboxState, query: string, dispatch: Dispatch<InboxStep>): More {
  const [status, setStatus] = useState<More["status"]>("idle");
  async function load() {
    if (!state.next || status === "loading") return;
    setStatus("loading");
    const address = `/api/insights?${query}${query ? "&" : ""}after=${encodeURIComponent(state.next)}`;
    const response = await fetch(address).catch(() => null);
    if (!response?.ok) return setStatus("failed");
    const page: { rows: InsightRow[]; next: string | null } = await response.json();
    dispatch({ type: "append", rows: page.rows, next: page.next });
    setStatus("idle");
  }
  return { hasMore: state.next !== null, status, load: () => void load() };
}
