"use client";

import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
} from "react";
import { wakefulness } from "#components/keyboard/asleep.ts";
import { press } from "#components/keyboard/registry.ts";
import type { Screen } from "#components/keyboard/screen.ts";
import { readStroke } from "#components/keyboard/stroke.ts";
import { useKeys } from "#components/keyboard/use-keys.ts";
import type { OwnChoices } from "#components/keyboard/use-own-settings.ts";

const ShortcutsHelp = lazy(() => import("#components/keyboard/shortcuts-help.tsx"));
const CommandMenu = lazy(() => import("#components/keyboard/command-menu.tsx"));

type Keyboard = {
  /** False for who switched single keys off. */
  singleKeys: boolean;
  openHelp: () => void;
  openCommandMenu: () => void;
};

const KeyboardContext = createContext<Keyboard>({
  singleKeys: true,
  openHelp: () => {},
  openCommandMenu: () => {},
});

export const useKeyboard = () => use(KeyboardContext);

/** Listens once for the whole app; holds the help and the command menu, loaded when first asked for. */
export function KeyboardProvider({
  singleKeys = true,
  screens,
  searchHref,
  choose,
  children,
}: {
  singleKeys?: boolean;
  screens: readonly Screen[];
  /** Where a text typed into the command menu is searched, e.g. "/insights?q=". */
  searchHref?: string | undefined;
  /** What the command menu may change of a person's own settings. */
  choose?: OwnChoices;
  children: ReactNode;
}) {
  const [shown, setShown] = useState<"help" | "menu" | null>(null);
  const close = useCallback(() => setShown(null), []);
  const keyboard = useMemo(
    () => ({
      singleKeys,
      openHelp: () => setShown("help"),
      openCommandMenu: () => setShown("menu"),
    }),
    [singleKeys],
  );
  useKeys("anywhere", { help: keyboard.openHelp, commandMenu: keyboard.openCommandMenu });
  useListening(singleKeys);
  return (
    <KeyboardContext value={keyboard}>
      {children}
      <Suspense>
        {shown === "help" ? <ShortcutsHelp onClose={close} singleKeys={singleKeys} /> : null}
        {shown === "menu" && choose ? (
          <CommandMenu {...{ screens, searchHref, choose }} onClose={close} />
        ) : null}
      </Suspense>
    </KeyboardContext>
  );
}

function useListening(singleKeys: boolean) {
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      const state = wakefulness(event);
      const stroke = state === "asleep" ? null : readStroke(event);
      if (!stroke) return;
      const inDialog = document.querySelector("dialog:modal") !== null;
      const situation = {
        inDialog,
        modOnly: state === "modOnly",
        singleKeys,
        isHeld: event.repeat,
      };
      if (press(stroke, situation, event.timeStamp)) event.preventDefault();
    }
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [singleKeys]);
}
