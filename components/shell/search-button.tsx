"use client";

import { useTranslations } from "next-intl";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { keysOf } from "#components/keyboard/key-map.ts";
import { useKeyboard } from "#components/keyboard/keyboard-provider.tsx";
import { Search } from "#components/ui/icons.tsx";

export function SearchButton() {
  const t = useTranslations("shell");
  const { openCommandMenu } = useKeyboard();
  return (
    <button
      type="button"
      onClick={openCommandMenu}
      aria-haspopup="dialog"
      className="flex h-7 w-full shrink-0 items-center gap-2.5 rounded-[5px] px-2 text-ink-muted hover:bg-sunk hover:text-ink max-md:h-11"
    >
      <Search aria-hidden size={16} strokeWidth={1.5} />
      {t("search")}
      <KeyHint keys={keysOf("commandMenu")} className="ml-auto" />
    </button>
  );
}
