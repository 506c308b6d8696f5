"use client";

import { useKeys } from "#components/keyboard/use-keys.ts";
import { useWayBack } from "#components/shell/way-back.ts";

/** Esc goes back to where one came from, whatever one may do on this page. */
export function BackKey({ otherwise }: { otherwise: string }) {
  useKeys("list", { back: useWayBack(otherwise) });
  return null;
}
