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

let page = 0;

/** Another page is shown from now on: it shows nothing of what was done on the one before. */
export function turnPage(): void {
  page += 1;
}

/** Tells one page that was shown from another, also when they have the same address. */
export function pageShown(): number {
  return page;
}
