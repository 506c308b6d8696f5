import {
  type CommandAnswer,
  type CommandError,
  postCommands,
} from "#components/commands/command-post.ts";
import { type CommandStore, commandStore, nextBatch } from "#components/commands/command-store.ts";
import { noteSent } from "#components/live/sent-here.ts";
import { toast } from "#components/ui/toast-store.ts";

// Keys and drags: the screen has already shown the result; here it goes to the server, in order, one tab at a time.
// Nothing leaves the queue before the server has answered for it.

export type Sending = {
  name: string;
  input: unknown;
  /** A whole sentence, past tense: told at once, with Undo when it can be undone. */
  label?: string | undefined;
  undoable?: boolean;
  onDone?: (result: unknown) => void;
  /** The server refused: put back what was shown. The reason is told besides. */
  onRefused?: (error: CommandError) => void;
  /** It is being undone: put back what was shown. */
  onUndo?: () => void;
  /** The server kept what was to be undone: show it again. */
  onUndoRefused?: () => void;
};

type Undoable = {
  operationId: string;
  toastId: number | null;
  sending: Sending;
};

type Queue = { owner: string; store: CommandStore; channel: BroadcastChannel | null };

const sendings = new Map<string, Sending>();
const refusedIds = new Set<string>();
let undoables: Undoable[] = [];
let queue: Queue | null = null;
let say: (error: CommandError) => string = ({ key }) => key;
let beforeStart: { operationId: string; name: string; input: unknown }[] = [];
let isSending = false;
let failures = 0;
let offlineToast: number | null = null;

/** Once for whoever is signed in: begins with what a closed tab or a lost connection left behind. */
export function startQueue(owner: string, words: (error: CommandError) => string): void {
  say = words;
  if (queue?.owner === owner) return;
  const channel =
    typeof BroadcastChannel === "undefined"
      ? null
      : new BroadcastChannel(`tribune-commands-${owner}`);
  channel?.addEventListener("message", (event) => settle(event.data, false));
  queue = { owner, store: commandStore(owner), channel };
  window.addEventListener("online", () => void flush());
  const waiting = beforeStart;
  beforeStart = [];
  void Promise.all(waiting.map((entry) => queue?.store.add(entry))).then(flush);
}

/** @returns the operation's id, by which it can be undone */
export function send(sending: Sending): string {
  const operationId = crypto.randomUUID();
  const entry = { operationId, name: sending.name, input: sending.input };
  sendings.set(operationId, sending);
  noteSent(operationId);
  if (sending.label || sending.undoable) announce(operationId, sending);
  if (!queue) beforeStart.push(entry);
  else void queue.store.add(entry).then(flush);
  return operationId;
}

/** Whether the screen shows something that the server has not answered for yet. */
export function isWaitingForServer(): boolean {
  return sendings.size > 0;
}

/** Takes back the newest act that can be; false when there is none. */
export function undoLast(): boolean {
  const last = undoables.at(-1);
  if (!last) return false;
  undo(last);
  return true;
}

/** Says that a form has done something which can be taken back, by the toast or by Z. */
export function offerUndo(operationId: string, label: string, onUndone: () => void): void {
  announce(operationId, { name: "", input: null, label, undoable: true, onDone: onUndone });
}

function announce(operationId: string, sending: Sending): void {
  const { label, undoable } = sending;
  const entry: Undoable = { operationId, toastId: null, sending };
  if (label)
    entry.toastId = toast.done({
      message: label,
      onUndo: undoable ? () => undo(entry) : undefined,
    });
  if (undoable) undoables = [...undoables, entry].slice(-50);
}

function undo(entry: Undoable): void {
  if (!undoables.includes(entry)) return;
  undoables = undoables.filter((other) => other !== entry);
  if (entry.toastId !== null) toast.dismiss(entry.toastId);
  entry.sending.onUndo?.();
  send({
    name: "undo",
    input: { operationId: entry.operationId },
    onDone: () => entry.sending.onDone?.(null),
    onRefused: () => entry.sending.onUndoRefused?.(),
  });
}

async function flush(): Promise<void> {
  if (!queue || isSending) return;
  isSending = true;
  const { owner, store, channel } = queue;
  const work = async () => {
    for (;;) {
      const batch = nextBatch(await store.read());
      if (batch.length === 0) return;
      const posted = await postCommands(batch);
      if (posted.state !== "answered") return hold(posted.state);
      resume();
      await store.remove(new Set(posted.answers.map((answer) => answer.operationId)));
      channel?.postMessage(posted.answers);
      settle(posted.answers, true);
    }
  };
  try {
    await (navigator.locks?.request(`tribune-commands-${owner}`, work) ?? work());
  } finally {
    isSending = false;
  }
  // What was added while the last answer came in.
  if (failures === 0 && (await store.read()).length > 0) void flush();
}

function settle(answers: readonly CommandAnswer[], isHere: boolean): void {
  for (const answer of answers) {
    const sending = sendings.get(answer.operationId);
    sendings.delete(answer.operationId);
    if (answer.ok) {
      sending?.onDone?.(answer.result);
      continue;
    }
    refusedIds.add(answer.operationId);
    withdraw(answer.operationId);
    sending?.onRefused?.(answer.error);
    if ((sending || isHere) && !isUndoOfRefused(sending))
      toast.failed({ message: say(answer.error) });
  }
}

/** What never happened can't be undone, and its announcement goes. */
function withdraw(operationId: string): void {
  const entry = undoables.find((one) => one.operationId === operationId);
  if (entry?.toastId) toast.dismiss(entry.toastId);
  undoables = undoables.filter((one) => one !== entry);
}

function isUndoOfRefused(sending: Sending | undefined): boolean {
  if (sending?.name !== "undo") return false;
  const { input } = sending;
  const of =
    typeof input === "object" && input !== null && "operationId" in input
      ? input.operationId
      : null;
  return typeof of === "string" && refusedIds.has(of);
}

/** The connection or the session is gone: everything stays, and is tried again when it can be. */
function hold(state: "offline" | "signed-out"): void {
  failures += 1;
  offlineToast ??= toast.failed({ message: say({ key: state, params: {} }) });
  if (state === "offline") setTimeout(() => void flush(), Math.min(30_000, 1000 * 2 ** failures));
}

function resume(): void {
  failures = 0;
  if (offlineToast !== null) toast.dismiss(offlineToast);
  offlineToast = null;
}
