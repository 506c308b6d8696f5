"use client";

import Link from "next/link";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { flushSync } from "react-dom";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { isStep, readStroke, type Stroke } from "#components/keyboard/stroke.ts";
import { FLOAT_CLASS, useAnchored } from "#components/ui/anchored.tsx";
import { Button, type ButtonProps } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";

/** A button that opens a list of things to do. Arrows, Home, End and first letters move in it. */
export function Menu({
  label,
  button,
  trigger,
  children,
}: {
  /** The menu's name. A button that is only an icon needs an aria-label in `trigger`. */
  label: string;
  button: ReactNode;
  trigger?: Omit<ButtonProps, "popoverTarget" | "style" | "children">;
  children: ReactNode;
}) {
  const { panelRef, panel, trigger: tie, close } = useAnchored();
  // Most menus of a page are never opened: what is in one is drawn just before it is.
  const [isDrawn, setIsDrawn] = useState(false);
  return (
    <>
      <Button {...trigger} {...tie} aria-haspopup="menu">
        {button}
      </Button>
      <div
        {...panel}
        ref={panelRef}
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onBeforeToggle={() => flushSync(() => setIsDrawn(true))}
        onToggle={(event) => {
          panel.onToggle(event);
          if (event.newState === "open") itemsOf(event.currentTarget)[0]?.focus();
        }}
        onKeyDown={moveFocus}
        onClick={close}
        className={classNames(FLOAT_CLASS, "min-w-48 p-1.5")}
      >
        {isDrawn ? children : null}
      </div>
    </>
  );
}

type ItemProps = { icon?: ReactNode; keys?: string; children: ReactNode };

const ITEM_CLASS =
  "flex h-8 w-full items-center gap-2.5 rounded-control px-2 text-left text-ink-muted hover:bg-accent-soft hover:text-ink focus-visible:bg-accent-soft focus-visible:text-ink focus-visible:outline-offset-0 disabled:bg-transparent disabled:text-ink-faint max-md:h-11";

export function MenuItem({
  icon,
  keys,
  children,
  onSelect,
  disabled,
}: ItemProps & { onSelect: () => void; disabled?: boolean }) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-keyshortcuts={keys}
      disabled={disabled}
      onClick={onSelect}
      className={ITEM_CLASS}
    >
      {icon}
      <span className="flex-1">{children}</span>
      {keys ? <KeyHint keys={keys} /> : null}
    </button>
  );
}

export function MenuLink({ icon, keys, children, href }: ItemProps & { href: string }) {
  return (
    <Link role="menuitem" tabIndex={-1} href={href} className={ITEM_CLASS}>
      {icon}
      <span className="flex-1">{children}</span>
      {keys ? <KeyHint keys={keys} /> : null}
    </Link>
  );
}

/** Between what is of different kinds. */
export function MenuRule() {
  return <hr className="mx-2 my-1 border-line" />;
}

export function itemsOf(menu: Element): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>("[role=menuitem]:not(:disabled)")];
}

/** Arrows, Home and End move; the key that an entry shows takes it; else its first letter finds it. */
export function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const items = itemsOf(event.currentTarget);
  const stroke = readStroke(event.nativeEvent);
  const meant = items.find((item) => {
    const keys = item.getAttribute("aria-keyshortcuts");
    return keys !== null && stroke !== null && isStroke(keys, stroke);
  });
  if (meant) {
    event.preventDefault();
    return meant.click();
  }
  const at = items.findIndex((item) => item.matches(":focus"));
  const next = targetOf(event.key, at, items);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function isStroke(keys: string, stroke: Stroke): boolean {
  return stroke.digit === null ? isStep(keys, stroke) : keys === `${stroke.digit}`;
}

function targetOf(key: string, at: number, items: readonly HTMLElement[]) {
  if (key === "ArrowDown") return items[(at + 1) % items.length];
  if (key === "ArrowUp") return items.at(at <= 0 ? -1 : at - 1);
  if (key === "Home") return items[0];
  if (key === "End") return items.at(-1);
  if (key.length !== 1 || key === " ") return undefined;
  const inTurn = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return inTurn.find((item) =>
    item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()),
  );
}
