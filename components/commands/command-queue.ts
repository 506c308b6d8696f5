import { type Delivery, startDelivery } from "#components/commands/command-delivery.ts";
import type { CommandAnswer, CommandError, Trouble } from "#components/commands/command-post.ts";
import type { Entry } from "#components/commands/command-store.ts";
import { noteSent, pageShown } from "#components/live/sent-here.ts";
import { toast } from "#components/ui/toast-store.ts";
import type { Asked } from "#lib/commands.ts";

// Keys and drags: the screen has already shown the result; here it goes to the server, and what the server says comes
// back to who asked.

/** What it shows, and who wants to know how it went. */
export type Hooks = {
  /** A whole sentence, past tense: told at once, with Undo when it can be undone. */
  label?: string | undefined;
  undoable?: boolean;
  onDone?: () => void;
  /** The server refused: put back what was shown. The reason is told besides. */
  onRefused?: (error: CommandError) => void;
  /** It is being undone: put back what was shown. */
  onUndo?: () => void;
  /** The server kept what was to be undone: show it again. */
  onUndoRefused?: () => void;
};

export type Sending = Asked & Hooks;

type Undoable = {
  operationId: string;
  toastId: number | null;
  hooks: Hooks;
  /** Where it was done, and is shown. */
  page: number;
};

const sendings = new Map<string, Sending>();
const refusedIds = new Set<string>();
let undoables: Undoable[] = [];
let delivery: Delivery | null = null;
let say: (error: CommandError) => string = ({ key }) => key;
let beforeStart: Entry[] = [];
let told: { trouble: Trouble; toastId: number } | null = null;

/** For whoever is signed in: begins with what a closed tab, a lost connection or an ended session left behind. */
export function startQueue(personId: string, words: (error: CommandError) => string): void {
  say = words;
  if (delivery?.personId === personId) {
    delivery.flush();
    return;
  }
  if (delivery) leave(delivery);
  delivery = startDelivery(personId, {
    onAnswers: settle,
    onTrouble: tellTrouble,
    onWell: withdrawTrouble,
  });
  delivery.add(beforeStart);
  beforeStart = [];
}

/** Somebody else signed in: what the one before did is neither theirs to undo nor told to them. */
function leave(before: Delivery): void {
  before.stop();
  sendings.clear();
  for (const { toastId } of undoables) if (toastId !== null) toast.dismiss(toastId);
  undoables = [];
  withdrawTrouble();
}

/** @returns the operation's id, by which it can be undone */
export function send(sending: Sending): string {
  return sendFrom(sending, pageShown());
}

function sendFrom(sending: Sending, page: number): string {
  const operationId = crypto.randomUUID();
  const entry = { operationId, name: sending.name, input: sending.input };
  sendings.set(operationId, sending);
  // What was done on a page that is no longer shown is news to the one that is.
  if (page === pageShown()) noteSent(operationId);
  if (sending.label || sending.undoable) announce(operationId, sending);
  if (delivery) delivery.add([entry]);
  else beforeStart.push(entry);
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
  announce(operationId, { label, undoable: true, onDone: onUndone });
}

function announce(operationId: string, hooks: Hooks): void {
  const { label, undoable } = hooks;
  const entry: Undoable = { operationId, toastId: null, hooks, page: pageShown() };
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
  entry.hooks.onUndo?.();
  const undoing: Sending = {
    name: "undo",
    input: { operationId: entry.operationId },
    onDone: () => entry.hooks.onDone?.(),
    onRefused: () => entry.hooks.onUndoRefused?.(),
  };
  sendFrom(undoing, entry.page);
}

function settle(answers: readonly CommandAnswer[], isHere: boolean): void {
  for (const answer of answers) {
    const sending = sendings.get(answer.operationId);
    sendings.delete(answer.operationId);
    if (answer.ok) {
      sending?.onDone?.();
      continue;
    }
    const isKnown = refusedIds.has(answer.operationId);
    refusedIds.add(answer.operationId);
    if (isKnown || isUndoOfRefused(sending)) continue;
    withdraw(answer.operationId);
    sending?.onRefused?.(answer.error);
    if (sending || isHere) toast.failed({ message: say(answer.error) });
  }
}

/** What never happened can't be undone, and its announcement goes. */
function withdraw(operationId: string): void {
  const entry = undoables.find((one) => one.operationId === operationId);
  if (entry?.toastId) toast.dismiss(entry.toastId);
  undoables = undoables.filter((one) => one !== entry);
}

function isUndoOfRefused(sending: Sending | undefined): boolean {
  return sending?.name === "undo" && refusedIds.has(sending.input.operationId);
}

function tellTrouble(trouble: Trouble): void {
  if (told?.trouble === trouble) return;
  withdrawTrouble();
  told = { trouble, toastId: toast.failed({ message: say({ key: trouble, params: {} }) }) };
}

function withdrawTrouble(): void {
  if (told) toast.dismiss(told.toastId);
  told = null;
}
