import { said } from "#components/form/said.ts";
import { wasSentHere } from "#components/live/sent-here.ts";
import * as z from "#lib/browser-zod.ts";
import type { Topic } from "#lib/nouns.ts";

export type NewsListener = {
  onNews: (topics: readonly Topic[]) => void;
  /** Something may have been missed. */
  onGap: () => void;
};

/** A part that this page does not know concerns it no more than any other. */
const isName = (value: unknown) => typeof value === "string";
const told = z.object({
  topics: z.array(z.custom<Topic>(isName)),
  own: z.optional(z.string()),
});
const listeners = new Set<NewsListener>();
const mostPauseMs = 60_000;
let source: EventSource | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let failures = 0;
let mayHaveMissed = false;

/**
 * Others' acts while the tab is shown. A hidden tab holds no connection (a browser has six for one host, however
 * many tabs); shown again it is told that it may have missed something. @returns how to leave
 */
export function followNews(listener: NewsListener): () => void {
  if (listeners.size === 0) {
    document.addEventListener("visibilitychange", openOrClose);
    openOrClose();
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener("visibilitychange", openOrClose);
    close();
    mayHaveMissed = false;
  };
}

function openOrClose(): void {
  if (document.hidden) {
    close();
    mayHaveMissed = true;
  } else open();
}

function open(): void {
  if (source || document.hidden) return;
  source = new EventSource("/api/events");
  source.onopen = () => {
    failures = 0;
    if (mayHaveMissed) tellGap();
    mayHaveMissed = true;
  };
  source.onmessage = ({ data }) => {
    const { topics, own } = said(told, JSON.parse(data));
    if (!own || !wasSentHere(own)) for (const { onNews } of listeners) onNews(topics);
  };
  source.addEventListener("gap", tellGap);
  source.onerror = () => {
    close();
    mayHaveMissed = true;
    failures += 1;
    // Not all at the same moment: a server that comes back has enough to do.
    const pause = Math.min(mostPauseMs, 1000 * 2 ** failures) * (0.5 + Math.random() / 2);
    timer = setTimeout(open, pause);
  };
}

function close(): void {
  clearTimeout(timer);
  source?.close();
  source = null;
}

/** Something may have been missed, e.g. what somebody else did before an act was refused. */
export function tellGap(): void {
  for (const { onGap } of listeners) onGap();
}
