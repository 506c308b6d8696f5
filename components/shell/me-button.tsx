"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** Opens the menu of who is signed in; marked while their own settings are shown. */
export function MeButton({ children }: { children: ReactNode }) {
  const isHere = usePathname() === "/settings";
  return (
    <button
      type="button"
      popoverTarget="me-menu"
      aria-current={isHere ? "page" : undefined}
      className="flex w-full shrink-0 items-center gap-2 rounded-[5px] p-2 text-left leading-4 hover:bg-sunk aria-[current]:bg-sunk"
    >
      {children}
    </button>
  );
}
