import { isWaitingForServer } from "#components/commands/command-queue.ts";

/** Something is open, written, held or on its way: reading the page again would pull it from under the hand. */
export function isAtWork(): boolean {
  return (
    isWaitingForServer() ||
    document.querySelector(OPEN_OR_HELD) !== null ||
    Boolean(document.activeElement?.closest(WRITING)) ||
    [...document.querySelectorAll<Typed>("main form :is(input, textarea)")].some(isTyped)
  );
}

const OPEN_OR_HELD = "dialog:modal, :popover-open, [data-card][aria-pressed=true]";
const WRITING =
  "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select, [contenteditable=true]";

type Typed = HTMLInputElement | HTMLTextAreaElement;

/** Filled in and not sent. What searches keeps nothing. */
function isTyped(field: Typed): boolean {
  return field.value !== field.defaultValue && !field.closest("search");
}
