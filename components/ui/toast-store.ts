/** What was done or refused, told once. Outside React, so that a queue or an action can speak too. */

export type ToastMessage = {
  readonly id: number;
  readonly kind: "done" | "failed";
  /** A whole sentence, past tense, in the person's language. */
  readonly message: string;
  readonly onUndo?: (() => void) | undefined;
  readonly onRetry?: (() => void) | undefined;
};

type Words = Omit<ToastMessage, "id" | "kind">;

const NONE: readonly ToastMessage[] = [];
const AT_MOST = 3;

let messages = NONE;
let lastId = 0;
const listeners = new Set<() => void>();

function set(next: readonly ToastMessage[]) {
  messages = next;
  for (const listener of listeners) listener();
}

function add(kind: ToastMessage["kind"], words: Words): number {
  lastId += 1;
  const isNewest = (message: ToastMessage) => message.kind === "failed" || kind === "failed";
  // One thing done replaces the last; a failure stays until it was read.
  set([...messages.filter(isNewest), { id: lastId, kind, ...words }].slice(-AT_MOST));
  return lastId;
}

export const toast = {
  /** Leaves by itself after 8 s; `onUndo` is offered with the key Z. */
  done: (words: Omit<Words, "onRetry">) => add("done", words),
  /** Stays until dismissed. */
  failed: (words: Omit<Words, "onUndo">) => add("failed", words),
  dismiss: (id: number) => set(messages.filter((message) => message.id !== id)),
};

export const toastStore = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  read: () => messages,
  readOnServer: () => NONE,
};
