import type { KeyboardEvent } from "react";

// What is proposed has its own keys once the hand is there: arrows go from one to the next, Enter confirms, Delete
// says no, Escape goes back to the list. The buttons carry the marks below.

const CONFIRMS = "[data-proposal]";

const inSight = (one: HTMLElement) => one.offsetParent !== null;
const all = () => [...document.querySelectorAll<HTMLElement>(CONFIRMS)].filter(inSight);

/** Into the pane: to what is proposed first of all, which is where the insight goes. False where nothing is. */
export function goToProposals(): boolean {
  const proposals = all();
  const first = proposals.find((one) => one.dataset.proposal === "tribe") ?? proposals[0];
  first?.focus();
  return first !== undefined;
}

/** Where the hand goes on when what it was on is gone. */
export function goOnFrom(place: number): void {
  setTimeout(() => {
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const proposals = all();
    const next = proposals[Math.min(place, proposals.length - 1)];
    (next ?? document.querySelector<HTMLElement>("[role=listbox]"))?.focus();
  });
}

export const placeOfHand = () => all().findIndex((one) => one.matches(":focus"));

export function proposalKey(
  event: KeyboardEvent,
  { onRefuse, onConfirm }: { onRefuse?: (() => void) | undefined; onConfirm: () => void },
): void {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (ctrlKey || metaKey || altKey || shiftKey) return;
  const take = (act: () => void) => {
    event.preventDefault();
    if (!event.repeat) act();
  };
  // Held down, Enter would confirm one insight after another.
  if (key === "Enter" && event.repeat) event.preventDefault();
  else if (key === "ArrowDown" || key === "ArrowUp") {
    event.preventDefault();
    const proposals = all();
    const at = proposals.findIndex((one) => one.matches(":focus"));
    proposals[at + (key === "ArrowDown" ? 1 : -1)]?.focus();
  } else if ((key === "Delete" || key === "Backspace") && onRefuse) take(onRefuse);
  else if (key === "Escape")
    take(() => document.querySelector<HTMLElement>("[role=listbox]")?.focus());
  else if (key.toLowerCase() === "m" && event.currentTarget.matches("[data-proposal=duplicate]"))
    take(onConfirm);
}
