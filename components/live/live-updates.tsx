"use client";

import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { followNews } from "#components/live/follow-news.ts";
import { isAtWork } from "#components/live/is-at-work.ts";
import { listPath, pageShows } from "#components/live/page-topics.ts";
import { countSent, turnPage } from "#components/live/sent-here.ts";

const firstPauseMs = 1000;
const restMs = 3000;

/**
 * Reads the shown page again when somebody else changed something on it: a second after the first news, then rarely
 * enough that a busy day elsewhere costs little, and never under somebody's hand.
 */
export function LiveUpdates() {
  const router = useRouter();
  const pathname = usePathname();
  const [isReading, start] = useTransition();
  const shown = useRef({ pathname, isReading });
  const reading = useRef({ dueAt: 0, startedAt: 0, readyAt: 0, sent: 0 });
  useEffect(() => {
    const mine = reading.current;
    if (shown.current.pathname !== pathname) {
      mine.dueAt = 0;
      turnPage();
    }
    shown.current = { pathname, isReading };
    if (isReading || !mine.startedAt) return;
    const tookMs = performance.now() - mine.startedAt;
    mine.readyAt = performance.now() + Math.max(restMs, 10 * tookMs);
    mine.startedAt = 0;
    // What was done meanwhile is not in what has just been read.
    if (countSent() !== mine.sent) mine.dueAt ||= performance.now();
  }, [pathname, isReading]);
  useEffect(() => {
    const mine = reading.current;
    const ask = () => {
      mine.dueAt ||= performance.now() + firstPauseMs * (0.75 + Math.random() / 2);
    };
    const leave = followNews({
      onNews: (topics) => (pageShows(shown.current.pathname, topics) ? ask() : undefined),
      onGap: () => (shown.current.pathname === listPath ? undefined : ask()),
    });
    const timer = setInterval(() => {
      const now = performance.now();
      const isDue = mine.dueAt > 0 && now >= Math.max(mine.dueAt, mine.readyAt);
      if (!isDue || shown.current.isReading || document.hidden || isAtWork()) return;
      Object.assign(mine, { dueAt: 0, startedAt: now, sent: countSent() });
      start(() => router.refresh());
    }, 250);
    return () => {
      leave();
      clearInterval(timer);
    };
  }, [router]);
  return null;
}
