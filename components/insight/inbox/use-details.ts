import { useCallback, useEffect, useRef, useState } from "react";
import { askServer } from "#components/form/ask-server.ts";
import * as z from "#lib/browser-zod.ts";
import {
  type InsightComment,
  type InsightDetail,
  type InsightRow,
  insightDetail,
} from "#lib/insights/views.ts";

const AT_ONCE = 50;

/**
 * The texts of all the rows, fetched ahead, so that the pane never waits while one moves; that of the first is on its
 * way with the page.
 */
export function useDetails(
  rows: readonly InsightRow[],
  first: { id: string; coming: Promise<InsightDetail[]> } | null,
) {
  const [details, setDetails] = useState<ReadonlyMap<string, InsightDetail>>(() => new Map());
  const asked = useRef(new Set(first ? [first.id] : []));
  useEffect(() => {
    // React's promise has a then that gives none. Was the page left before it came, there is nobody to show it to.
    first?.coming.then(
      ([detail]) => {
        if (detail) setDetails((known) => new Map([[detail.id, detail], ...known]));
      },
      () => {},
    );
  }, [first]);
  useEffect(() => {
    const missing = rows.map(({ id }) => id).filter((id) => !asked.current.has(id));
    for (let at = 0; at < missing.length; at += AT_ONCE) {
      const ids = missing.slice(at, at + AT_ONCE);
      for (const id of ids) asked.current.add(id);
      void fetchDetails(ids).then((found) => {
        if (!found) for (const id of ids) asked.current.delete(id);
        else
          setDetails((known) => new Map([...known, ...found.map((one) => [one.id, one] as const)]));
      });
    }
  }, [rows]);
  const addComment = useCallback((id: string, comment: InsightComment) => {
    setDetails((known) => withComments(known, id, (comments) => [...comments, comment]));
  }, []);
  const removeComment = useCallback((id: string, commentId: string) => {
    setDetails((known) =>
      withComments(known, id, (comments) => comments.filter((one) => one.id !== commentId)),
    );
  }, []);
  const reload = useCallback((ids: readonly string[]) => {
    for (let at = 0; at < ids.length; at += AT_ONCE)
      void fetchDetails(ids.slice(at, at + AT_ONCE)).then((found) => {
        if (!found) return;
        setDetails((known) => new Map([...known, ...found.map((one) => [one.id, one] as const)]));
      });
  }, []);
  return { details, addComment, removeComment, reload };
}

const detailsSaid = z.object({ details: z.array(insightDetail) });

async function fetchDetails(ids: readonly string[]): Promise<InsightDetail[] | null> {
  const address = `/api/insights/texts?ids=${ids.join(",")}`;
  return (await askServer(address, detailsSaid))?.details ?? null;
}

function withComments(
  known: ReadonlyMap<string, InsightDetail>,
  id: string,
  change: (comments: InsightComment[]) => InsightComment[],
): ReadonlyMap<string, InsightDetail> {
  const detail = known.get(id);
  if (!detail) return known;
  return new Map(known).set(id, { ...detail, comments: change(detail.comments) });
}
