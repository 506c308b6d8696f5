import type { GoTo } from "#components/keyboard/key-map.ts";

/** `goTo`: its G key; null for a screen that only the command menu leads to. */
export type Screen = { goTo: GoTo | null; href: string; label: string };
