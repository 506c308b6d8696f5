import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { currentActor } from "#lib/auth/session.ts";
import { historyOf } from "#lib/history/reads/history.ts";
import { sentenceOf } from "#lib/history/sentence.ts";
import { listInsightRowIds } from "#lib/insights/reads/history-rows.ts";
import { listInsightDetails } from "#lib/insights/reads/insights.ts";
import type { HistoryLine } from "#lib/insights/views.ts";

const SHOWN = 12;

/** What was done to one insight, in the viewer's words, newest first: the pane asks when one rests on a row. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await currentActor();
  if (!viewer) return new Response(null, { status: 401 });
  const id = z.uuid().safeParse(new URL(request.url).searchParams.get("id"));
  const [seen] = id.success ? await listInsightDetails(viewer, [id.data], 0) : [];
  if (!seen) return new Response(null, { status: 404 });
  const [entries, t, pane, format] = await Promise.all([
    listInsightRowIds(viewer, seen.id).then((ids) => historyOf(viewer, ids)),
    getTranslations("operations"),
    getTranslations("insights.pane"),
    getFormatter(),
  ]);
  const history = entries.slice(0, SHOWN).map(
    (entry): HistoryLine => ({
      id: entry.id,
      at: entry.at,
      actor: entry.actor ?? pane("system"),
      sentence: sentenceOf(t, format, entry),
      isUndone: entry.undone !== null,
    }),
  );
  return Response.json({ history }, { headers: { "Cache-Control": "no-store" } });
}
