import type { News } from "#lib/notices/views.ts";

/** A piece of news in words. */
export type NewsLine = Pick<News, "id" | "kind" | "path" | "times" | "at" | "isRead"> & {
  /** Null: the system. */
  actor: string | null;
  /** What they did, in words that follow their name. */
  sentence: string;
};
