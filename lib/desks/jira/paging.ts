import { isJiraError, jiraError } from "#lib/desks/jira/http/errors.ts";
import {
  afresh,
  type IssuePage,
  type PageReader,
  type PullCursor,
  readCloudPage,
  readServerPage,
} from "./page-reads.ts";

export type Paging = {
  cloud: boolean;
  host: string;
  mostPages: number;
  reader: (signal: AbortSignal) => PageReader;
};

/**
 * Pages of issues, oldest change first; the next is fetched while the one given is dealt with. What
 * changes meanwhile moves to the end and comes (again) there. A token that has expired is replaced
 * by asking again from the newest change seen. Throws jiraErrors.token-repeated and .endless, each
 * after the page before it was given with a cursor that does not lead there again.
 */
export async function* readPages(paging: Paging, cursor: PullCursor): AsyncGenerator<IssuePage> {
  const { cloud, host, mostPages } = paging;
  const stop = new AbortController();
  const reader = paging.reader(stop.signal);
  const read = cloud ? readCloudPage : readServerPage;
  const seen = new Set<string>([place(cursor)]);
  try {
    let next: Promise<IssuePage> | null = freshIfExpired(read, reader, cursor);
    for (let pages = 1; next !== null; pages += 1) {
      const page: IssuePage = await next;
      const again = seen.has(place(page.cursor));
      if (!page.last && (again || pages >= mostPages)) {
        yield { ...page, cursor: afresh(page.cursor) };
        throw again ? jiraError("token-repeated", { host }) : jiraError("endless", { host, pages });
      }
      seen.add(place(page.cursor));
      next = page.last ? null : freshIfExpired(read, reader, page.cursor);
      // Whether it fails is heard only after the page before it is dealt with.
      next?.catch(() => {});
      yield page;
    }
  } finally {
    stop.abort();
  }
}

async function freshIfExpired(
  read: typeof readCloudPage,
  reader: PageReader,
  cursor: PullCursor,
): Promise<IssuePage> {
  try {
    return await read(reader, cursor);
  } catch (error) {
    if (cursor.token === null || !isJiraError(error, "token-expired")) throw error;
    return read(reader, afresh(cursor));
  }
}

function place({ from, token, startAt }: PullCursor): string {
  return JSON.stringify([from, token, startAt]);
}
