import type { NoticeKind } from "#lib/frame/notice-kind.ts";
import type { HistoryEntry } from "#lib/history/views.ts";

/** Whether somebody follows one thing, and what they have not read about it. */
export type Following = { follows: boolean; unread: string[] };

/** A line of news. `at` is an instant, ISO. */
export type News = {
  id: string;
  kind: NoticeKind;
  /** Address of what it is about. */
  path: string;
  /** How many acts it tells. */
  times: number;
  at: string;
  isRead: boolean;
  /** The last of them. */
  entry: HistoryEntry;
};
