import {
  type CommandAnswer,
  postCommands,
  type Trouble,
} from "#components/commands/command-post.ts";
import { commandStore, type Entry, nextBatch } from "#components/commands/command-store.ts";

// Brings what waits to the server: in order, one tab at a time. Nothing is forgotten before the server has answered for
// it and every tab was told: a tab closed in the middle leaves it to the next one, which asks again and hears the same.

export type Delivery = {
  readonly personId: string;
  readonly add: (entries: readonly Entry[]) => void;
  readonly flush: () => void;
  /** What is on its way stays, and is asked again when this person is back. */
  readonly stop: () => void;
};

type Told = {
  /** `isHere`: this tab brought them; otherwise another one of the same browser. */
  onAnswers: (answers: readonly CommandAnswer[], isHere: boolean) => void;
  /** Everything stays, and is tried again by itself. */
  onTrouble: (trouble: Trouble) => void;
  onWell: () => void;
};

/** Longer than the server gives its longest command. */
const patienceMs = 150_000;
const mostPauseMs = 30_000;
/** Where the server itself says that it passes. */
const shortPauseMs = 5_000;

export function startDelivery(personId: string, told: Told): Delivery {
  const name = `tribune-commands-${personId}`;
  const store = commandStore(personId);
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(name);
  const stopped = new AbortController();
  let isSending = false;
  let isAsked = false;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  channel?.addEventListener("message", ({ data }) => told.onAnswers(data, false));
  window.addEventListener("online", flush);

  function add(entries: readonly Entry[]): void {
    void Promise.all(entries.map(store.add)).then(flush);
  }

  function flush(): void {
    isAsked = true;
    if (!isSending) void send();
  }

  async function send(): Promise<void> {
    isSending = true;
    try {
      // What was added while the last answer came in is asked for again.
      while (isAsked && !stopped.signal.aborted) {
        isAsked = false;
        await (navigator.locks?.request(name, sendAll) ?? sendAll());
      }
    } finally {
      isSending = false;
    }
  }

  async function sendAll(): Promise<void> {
    while (!stopped.signal.aborted) {
      const batch = nextBatch(await store.read());
      if (batch.length === 0) return well();
      const posted = await post(batch);
      if (stopped.signal.aborted) return;
      if (posted.state !== "answered") return trouble(posted.state);
      well();
      channel?.postMessage(posted.answers);
      await store.remove(new Set(posted.answers.map((answer) => answer.operationId)));
      told.onAnswers(posted.answers, true);
    }
  }

  async function post(batch: readonly Entry[]) {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), patienceMs);
    const signal = AbortSignal.any([patience.signal, stopped.signal]);
    const posted = await postCommands(personId, batch, signal);
    clearTimeout(timer);
    return posted;
  }

  /** However much is done meanwhile, one try is due and no more. */
  function trouble(state: Trouble): void {
    told.onTrouble(state);
    if (retry !== undefined) return;
    failures += 1;
    retry = setTimeout(
      () => {
        retry = undefined;
        flush();
      },
      Math.min(isLong(state) ? mostPauseMs : shortPauseMs, 1000 * 2 ** failures),
    );
  }

  function well(): void {
    failures = 0;
    clearTimeout(retry);
    retry = undefined;
    told.onWell();
  }

  function stop(): void {
    stopped.abort();
    clearTimeout(retry);
    channel?.close();
    window.removeEventListener("online", flush);
  }

  return { personId, add, flush, stop };
}

function isLong(state: Trouble): boolean {
  return state === "offline" || state === "signed-out";
}
