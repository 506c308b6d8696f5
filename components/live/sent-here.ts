// What this tab did itself: its screen shows that already, and news of it is none.

const sent = new Set<string>();

export function noteSent(operationId: string): void {
  sent.add(operationId);
}

export function wasSentHere(operationId: string): boolean {
  return sent.has(operationId);
}

/** How many acts this tab has sent since it was opened. */
export function countSent(): number {
  return sent.size;
}
