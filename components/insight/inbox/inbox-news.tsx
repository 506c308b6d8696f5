import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { askServer } from "#components/form/ask-server.ts";
import { type InboxState, newsOf } from "#components/insight/inbox/inbox-state.ts";
import { followNews } from "#components/live/follow-news.ts";
import { type InsightRow, insightPage } from "#lib/insights/views.ts";

const gatherMs = 2000;

/**
 * Says that the list has changed elsewhere, and shows it when asked: rows don't move under the cursor by themselves,
 * which is why the line stands below them.
 */
export function InboxNews({ state, query }: { state: InboxState; query: string }) {
  const t = useTranslations("insights.news");
  const router = useRouter();
  const page = usePageElsewhere(query, state.given);
  const { added, gone } = page ? newsOf(state, page) : { added: 0, gone: 0 };
  const isNews = added > 0 || gone > 0;
  return (
    <div role="status" className="shrink-0 max-md:sticky max-md:bottom-16">
      {isNews ? (
        <p className="flex min-h-9 flex-wrap items-center gap-x-2 border-t border-line bg-canvas px-6 text-xs text-ink-muted max-md:px-4">
          {t("line", { added, gone })}
          <button
            type="button"
            onClick={() => router.refresh()}
            className="font-semibold text-accent underline-offset-2 hover:underline max-md:min-h-11"
          >
            {t("show")}
          </button>
        </p>
      ) : null}
    </div>
  );
}

type Page = { rows: InsightRow[]; next: string | null };

/** The first page as it is on the server, once somebody else has changed something; null until then. */
function usePageElsewhere(query: string, given: readonly InsightRow[]): Page | null {
  const [found, setFound] = useState<{ page: Page; given: readonly InsightRow[] } | null>(null);
  const latest = useRef(given);
  useEffect(() => {
    latest.current = given;
  }, [given]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      timer = undefined;
      const page = await askServer(`/api/insights?${query}`, insightPage);
      if (page) setFound({ page, given: latest.current });
    };
    const ask = () => {
      timer ??= setTimeout(look, gatherMs);
    };
    const leave = followNews({
      onNews: (topics) => (topics.includes("insights") ? ask() : undefined),
      onGap: ask,
    });
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [query]);
  return found?.given === given ? found.page : null;
}
