import "server-only";
import type { PersonActor } from "#lib/auth/actor.ts";
import { findActorBySession } from "#lib/auth/reads/actors.ts";
import { moment } from "#lib/clock.ts";
import { subscribe } from "#lib/live/hub.ts";
import { type News, tellable } from "#lib/live/reads/news.ts";

const beatMs = 20_000;
const mostStreams = 20;
/** Messages that a reader may lag behind before it is left: it comes back and reads its page again. */
const mostWaiting = 500;

const streams = new Map<string, number>();

/** Whether this person has as many pages listening as anybody needs. */
export function hasEnoughStreams(viewer: PersonActor): boolean {
  return (streams.get(viewer.id) ?? 0) >= mostStreams;
}

/**
 * Server-sent events for one person: `{"topics": [...]}` for each thing that happened, an event `gap` when some may
 * have been missed. It ends with its session, of which the database tells; each beat asks besides whether that still holds,
 * and a news of people asks at once.
 */
export function newsStream(viewer: PersonActor, everyMs = beatMs): ReadableStream<Uint8Array> {
  const text = new TextEncoder();
  let end = () => {};
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let who = viewer;
        const say = (words: string) => {
          if ((controller.desiredSize ?? 0) <= 0) return end();
          controller.enqueue(text.encode(words));
        };
        const stillThere = async (): Promise<boolean> => {
          const found = viewer.sessionId
            ? await findActorBySession(viewer.sessionId, moment()).catch(() => who)
            : null;
          if (found) who = found;
          else end();
          return found !== null;
        };
        const onNews = async (news: readonly News[]) => {
          const isOfPeople = news.some(({ topics }) => topics.includes("people"));
          if (isOfPeople && !(await stillThere())) return;
          for (const told of await tellable(who, news)) say(`data: ${JSON.stringify(told)}\n\n`);
        };
        const onGap = () => say("event: gap\ndata: {}\n\n");
        const beat = setInterval(
          () => void stillThere().then((isThere) => isThere && say(":\n\n")),
          everyMs,
        );
        const leave = subscribe({
          onNews: (news) => void onNews(news).catch(onGap),
          onSessionEnd: (sessionId) => {
            if (sessionId === viewer.sessionId) end();
          },
          onGap,
          onEnd: () => end(),
        });
        count(viewer.id, 1);
        end = () => {
          end = () => {};
          clearInterval(beat);
          leave();
          count(viewer.id, -1);
          try {
            controller.close();
          } catch {
            // The reader has gone already.
          }
        };
        say(":\n\n");
      },
      cancel: () => end(),
    },
    { highWaterMark: mostWaiting },
  );
}

function count(personId: string, by: 1 | -1): void {
  const left = (streams.get(personId) ?? 0) + by;
  if (left > 0) streams.set(personId, left);
  else streams.delete(personId);
}
