import { databaseUrl } from "#lib/env.ts";
import "server-only";
import { listen } from "#lib/live/listen.ts";
import { type News, readNews } from "#lib/live/reads/news.ts";
import { outsideRequests } from "#lib/outside-requests.ts";

// One connection listens for the whole process; whoever has a page open hears from here.

export type Subscriber = {
  onNews: (news: readonly News[]) => void;
  onSessionEnd: (sessionId: string) => void;
  /** Something may have been missed: what is shown is to be read again. */
  onGap: () => void;
  /** The process is leaving. */
  onEnd: () => void;
};

type Hub = { subscribers: Set<Subscriber>; waiting: Set<string>; stop: () => Promise<void> };

declare global {
  var tribuneLiveHub: Hub | undefined;
}

const gatherMs = 100;

/** @returns how to leave */
export function subscribe(subscriber: Subscriber): () => void {
  globalThis.tribuneLiveHub ??= outsideRequests(startHub);
  const { subscribers } = globalThis.tribuneLiveHub;
  subscribers.add(subscriber);
  return () => {
    subscribers.delete(subscriber);
  };
}

/** Ends every stream and the connection: a web server waits for open streams before it leaves. */
export async function endHub(): Promise<void> {
  const hub = globalThis.tribuneLiveHub;
  globalThis.tribuneLiveHub = undefined;
  for (const subscriber of [...(hub?.subscribers ?? [])]) subscriber.onEnd();
  await hub?.stop();
}

function startHub(): Hub {
  const url = databaseUrl();
  const subscribers = new Set<Subscriber>();
  const waiting = new Set<string>();
  const gap = () => {
    for (const subscriber of subscribers) subscriber.onGap();
  };
  const onSessionEnd = (sessionId: string) => {
    for (const subscriber of subscribers) subscriber.onSessionEnd(sessionId);
  };
  // What comes in a burst is read in one go.
  const gather = (operationId: string) => {
    waiting.add(operationId);
    if (waiting.size === 1) setTimeout(tell, gatherMs).unref();
  };
  const tell = () => {
    const ids = [...waiting];
    waiting.clear();
    if (subscribers.size === 0) return;
    readNews(ids).then((news) => {
      for (const subscriber of subscribers) subscriber.onNews(news);
    }, gap);
  };
  const fresh = {
    operationId: "",
    actorId: null,
    visibility: "all",
    topics: ["proposals"],
  } as const;
  const onProposals = () => {
    for (const subscriber of subscribers) subscriber.onNews([fresh]);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void endHub());
  return {
    subscribers,
    waiting,
    stop: listen(url, { onOperation: gather, onSessionEnd, onProposals, onGap: gap }),
  };
}
