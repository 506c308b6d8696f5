"use client";

import { useLayoutEffect, useRef } from "react";
import type { BindingId, KeyScope } from "#components/keyboard/key-map.ts";
import { type KeyHandler, register } from "#components/keyboard/registry.ts";

type Options = {
  /** What the keys act on, e.g. "INS-2417": heads its group in the command menu. */
  subject?: string | undefined;
  /** What each digit stands for, in order, e.g. the Tribes by name. */
  digits?: readonly string[] | undefined;
  enabled?: boolean;
};

const NO_DIGITS: readonly string[] = [];

/**
 * Binds keys of the one list while the component is shown. Only the bindings that have a handler
 * are live, and only they appear in the help and the command menu. A handler that answers false
 * lets the key go on to who else wants it.
 */
export function useKeys<Scope extends KeyScope>(
  scope: Scope,
  handlers: Readonly<Partial<Record<BindingId<Scope>, KeyHandler>>>,
  { subject, digits = NO_DIGITS, enabled = true }: Options = {},
): void {
  const latest = useRef({ handlers, subject, digits });
  // With the screen, not after it: a quick hand presses as soon as it sees, and what is hidden has no keys.
  useLayoutEffect(() => {
    latest.current = { handlers, subject, digits };
  });
  useLayoutEffect(() => {
    if (!enabled) return;
    return register({
      scope,
      handlers: () => latest.current.handlers,
      subject: () => latest.current.subject,
      digits: () => latest.current.digits,
    });
  }, [scope, enabled]);
}
