import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { classNames } from "#components/ui/class-names.ts";

type Look = {
  /** Ink for the one main action, an edge by default, nothing for what stands back. */
  variant?: "primary" | "default" | "quiet" | undefined;
  /** As in the key map, e.g. "m" or "Shift+a": shown, and told to assistive technology. */
  keys?: string | undefined;
  icon?: ReactNode;
};

export type ButtonProps = ComponentProps<"button"> & Look;

export function Button({
  variant,
  keys,
  icon,
  className,
  children,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-keyshortcuts={shortcutsOf(keys)}
      className={classNames(buttonClass(variant), className)}
    >
      {icon}
      {children}
      {keys ? <KeyHint keys={keys} onInk={variant === "primary"} className="-mr-1" /> : null}
    </button>
  );
}

export type ButtonLinkProps = ComponentProps<typeof Link> & Look;

export function ButtonLink({ variant, keys, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link
      {...rest}
      aria-keyshortcuts={shortcutsOf(keys)}
      className={classNames(buttonClass(variant), className)}
    >
      {icon}
      {children}
      {keys ? <KeyHint keys={keys} onInk={variant === "primary"} className="-mr-1" /> : null}
    </Link>
  );
}

const BASE =
  "inline-flex h-7 shrink-0 items-center justify-center gap-1.5 rounded-control border px-2.5 font-medium whitespace-nowrap max-md:min-h-11 max-md:px-4 disabled:border-line disabled:bg-transparent disabled:text-ink-faint";

const VARIANTS = {
  primary: "border-ink bg-ink text-surface hover:border-fill hover:bg-fill",
  default: "border-edge bg-surface text-ink hover:bg-sunk",
  quiet: "border-transparent bg-transparent text-ink-muted hover:bg-sunk hover:text-ink",
};

/** For the rare control that must look like a button without being one of these. */
export function buttonClass(variant: Look["variant"] = "default"): string {
  return `${BASE} ${VARIANTS[variant]}`;
}

function shortcutsOf(keys: string | undefined): string | undefined {
  return keys?.replace("Mod", "Control");
}
