"use client";

import { useRouter } from "next/navigation";
import type { Screen } from "#components/keyboard/screen.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";

/** G, then a screen's letter. */
export function GoKeys({ screens }: { screens: readonly Screen[] }) {
  const router = useRouter();
  useKeys(
    "go",
    Object.fromEntries(
      screens.flatMap(({ goTo, href }) => (goTo ? [[goTo, () => router.push(href)]] : [])),
    ),
  );
  return null;
}
