const CAPS: Readonly<Record<string, string>> = {
  Enter: "↵",
  Escape: "Esc",
  Space: "␣",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Delete: "⌦",
  Backspace: "⌫",
  Shift: "⇧",
};

/** The key caps of a binding as they are drawn: "g t" is G, T; "Shift+a" is ⇧A; "Mod+k" is ⌘K or Ctrl K. */
export function keyCaps(keys: string, isMac: boolean): string[] {
  return keys.split(" ").map((step) => {
    const parts = step.split("+").map((part) => capOf(part, isMac));
    return parts.join(parts[0] === "Ctrl" ? " " : "");
  });
}

function capOf(part: string, isMac: boolean): string {
  if (part === "Mod") return isMac ? "⌘" : "Ctrl";
  return CAPS[part] ?? part.toUpperCase();
}
