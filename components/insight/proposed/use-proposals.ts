import { useCallback, useEffect, useRef, useState } from "react";
import { askServer } from "#components/form/ask-server.ts";
import { followNews } from "#components/live/follow-news.ts";
import * as z from "#lib/browser-zod.ts";
import type { InsightRow } from "#lib/insights/views.ts";
import { type Proposals, proposals } from "#lib/proposals/views.ts";

const RESTS_MS = 80;
const AHEAD = 2;
const isOfProposals = (topics: readonly string[]) =>
  topics.includes("insights") || topics.includes("proposals");
const proposalsSaid = z.object({ proposals: z.nullable(proposals) });

type Known = ReadonlyMap<string, Proposals | null>;

/**
 * What is proposed of the row under the cursor; undefined until it is there. Those of the next rows are asked ahead once
 * one rests, so that they are there as one moves on. What others decide may change any of them.
 */
export function useProposals(rows: readonly InsightRow[], cursorId: string | null) {
  const [known, setKnown] = useState<Known>(() => new Map());
  const asked = useRef(new Set<string>());
  const cursor = useRef(cursorId);
  const ask = useCallback((id: string) => {
    if (asked.current.has(id)) return () => {};
    const request = new AbortController();
    const own = asked.current.add(id);
    let isUnderWay = true;
    void askServer(`/api/insights/proposals?id=${id}`, proposalsSaid, request.signal).then(
      (said) => {
        if (request.signal.aborted) return;
        isUnderWay = false;
        if (said) setKnown((before) => new Map(before).set(id, said.proposals));
        else own.delete(id);
      },
    );
    return () => {
      if (!isUnderWay) return;
      request.abort();
      own.delete(id);
    };
  }, []);
  useEffect(() => {
    cursor.current = cursorId;
    if (cursorId === null) return;
    const giveUp = ask(cursorId);
    const at = rows.findIndex(({ id }) => id === cursorId);
    const next = rows.slice(at + 1, at + 1 + AHEAD);
    const timer = setTimeout(() => {
      for (const { id } of next) ask(id);
    }, RESTS_MS);
    return () => {
      clearTimeout(timer);
      // Who runs down the list leaves no queue behind that the row one rests on would wait in.
      giveUp();
    };
  }, [ask, rows, cursorId]);
  const refresh = useCallback(() => {
    const id = cursor.current;
    asked.current = new Set();
    setKnown((before) => {
      const shown = id === null ? undefined : before.get(id);
      return new Map(id !== null && shown !== undefined ? [[id, shown]] : []);
    });
    if (id !== null) ask(id);
  }, [ask]);
  useEffect(
    () =>
      followNews({
        onNews: (topics) => (isOfProposals(topics) ? refresh() : undefined),
        onGap: refresh,
      }),
    [refresh],
  );
  return { proposals: cursorId === null ? undefined : known.get(cursorId), refresh };
}
