/** Where keys are for writing or belong to the control itself, ours sleep. */
export type Wakefulness = "awake" | "modOnly" | "asleep";

/** Keys with Mod work while one writes (Mod+Enter sends); nothing else does. */
export function wakefulness(event: KeyboardEvent): Wakefulness {
  const target = event.target instanceof Element ? event.target : null;
  if (event.defaultPrevented || event.isComposing) return "asleep";
  if (!target) return "awake";
  if (target.closest(WRITING)) return "modOnly";
  if (target.closest("[role=menu], [data-keys=own]")) return "asleep";
  if (event.key === "Escape" && document.querySelector(":popover-open")) return "asleep";
  if (OWN_KEYS.has(event.key) && target.closest(PRESSABLE)) return "asleep";
  if (event.key.startsWith("Arrow") && target.closest("input")) return "asleep";
  return "awake";
}

const WRITING =
  "input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=file]), textarea, select, [contenteditable=true], [contenteditable='']";
const PRESSABLE = "a, button, summary, input";
const OWN_KEYS = new Set(["Enter", " "]);
