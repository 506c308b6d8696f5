"use client";

import { type ReactNode, useId, useLayoutEffect, useRef } from "react";

export type DialogProps = {
  open: boolean;
  /** Escape, a click outside, and whoever calls it. */
  onClose: () => void;
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  /** For what is read in columns; "widest" for the list of keys, which has three. */
  wide?: boolean | "widest";
};

/**
 * Only for what needs a reason; the verb is on the button. It is the platform's own modal dialog:
 * focus stays inside and comes back, the page behind is inert, and it weighs next to nothing.
 * `data-autofocus` marks what takes the focus first.
 */
export function Dialog({ open, ...rest }: DialogProps) {
  return open ? <OpenDialog {...rest} /> : null;
}

function OpenDialog({ onClose, title, description, children, wide }: Omit<DialogProps, "open">) {
  const id = useId();
  const ref = useModal();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does the same, through onCancel.
    <dialog
      ref={ref}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className={`${WIDTHS[`${wide}`] ?? "max-w-120"} m-auto ${wide === "widest" ? "mt-[4vh]" : "mt-[12vh]"} w-[calc(100vw-2rem)] rounded-float border border-line bg-raised text-left font-normal whitespace-normal text-ink shadow-float backdrop:bg-backdrop`}
    >
      <div className="px-5 py-4.5">
        <h2 id={`${id}-title`} className="text-base font-semibold">
          {title}
        </h2>
        {description ? (
          <p id={`${id}-description`} className="mt-0.5 text-ink-muted">
            {description}
          </p>
        ) : null}
        {children}
      </div>
    </dialog>
  );
}

const WIDTHS: Readonly<Record<string, string>> = { true: "max-w-2xl", widest: "max-w-6xl" };

/** Opens with the first paint; closes before it leaves, so that the focus goes back where it was. */
export function useModal() {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => dialog.close();
  }, []);
  return ref;
}

/** The row of buttons at a dialog's foot: the quiet one first, the verb last. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-4 flex flex-wrap items-center justify-end gap-2">{children}</div>;
}
