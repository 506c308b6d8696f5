import { useEffect, useState } from "react";
import type { HistoryLine } from "#lib/insights/views.ts";

const RESTS_MS = 300;

/** The history of the row one rests on; undefined until it is there. */
export function useHistory(id: string): readonly HistoryLine[] | undefined {
  const [history, setHistory] = useState<readonly HistoryLine[]>();
  useEffect(() => {
    const request = new AbortController();
    const timer = setTimeout(async () => {
      const response = await fetch(`/api/insights/history?id=${id}`, {
        signal: request.signal,
      }).catch(() => null);
      if (response?.ok) setHistory((await response.json()).history);
    }, RESTS_MS);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [id]);
  return history;
}
