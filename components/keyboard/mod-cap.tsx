"use client";

import { useSyncExternalStore } from "react";
import { keyCaps } from "#components/keyboard/key-caps.ts";

const never = () => () => {};
const isMac = () => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** ⌘ where there is one; only the browser knows. */
export function ModCap({ step }: { step: string }) {
  return keyCaps(
    step,
    useSyncExternalStore(never, isMac, () => false),
  );
}
