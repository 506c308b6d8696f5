import { type Dispatch, useEffect, useRef, useState } from "react";
import { askServer } from "#components/form/ask-server.ts";
import type { InboxState, InboxStep } from "#components/insight/inbox/inbox-state.ts";
import { insightPage } from "#lib/insights/views.ts";

export type More = { hasMore: boolean; status: "idle" | "loading" | "failed"; load: () => void };

/** The rows after the last one: the next of a first page that came cut short by itself, all others when asked for. */
export function useMore(state: InboxState, query: string, dispatch: Dispatch<InboxStep>): More {
  const [status, setStatus] = useState<More["status"]>("idle");
  async function load() {
    if (!state.next || status === "loading") return;
    setStatus("loading");
    const address = `/api/insights?${query}${query ? "&" : ""}after=${encodeURIComponent(state.next)}`;
    const page = await askServer(address, insightPage);
    if (!page) return setStatus("failed");
    dispatch({ type: "append", rows: page.rows, next: page.next });
    setStatus("idle");
  }
  const filled = useRef(false);
  useEffect(() => {
    if (filled.current) return;
    filled.current = true;
    void load();
  });
  return { hasMore: state.next !== null, status, load: () => void load() };
}
