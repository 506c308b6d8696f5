"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { useKeys } from "#components/keyboard/use-keys.ts";
import { type ToastMessage, toast, toastStore } from "#components/ui/toast-store.ts";

const STAYS_MS = 8000;

/** Once, in the shell. Both regions are always there, so that what enters them is read aloud. */
export function Toaster() {
  const messages = useSyncExternalStore(
    toastStore.subscribe,
    toastStore.read,
    toastStore.readOnServer,
  );
  const undoable = messages.findLast((message) => message.onUndo);
  useKeys("anywhere", undoable ? { undo: () => undo(undoable) } : {});
  return (
    <div className="pointer-events-none fixed right-6 bottom-14 z-20 flex flex-col items-end gap-2 max-md:inset-x-4 max-md:bottom-20 md:[body:has([data-dock])_&]:right-[calc((100vw-11.75rem)*0.478+1rem)] max-md:[body:has([data-reading])_&]:bottom-40 print:hidden">
      <div role="alert" className="contents">
        {messages.filter(isFailed).map((message) => (
          <Toast key={message.id} message={message} />
        ))}
      </div>
      <div role="status" className="contents">
        {messages
          .filter((message) => !isFailed(message))
          .map((message) => (
            <Toast key={message.id} message={message} />
          ))}
      </div>
    </div>
  );
}

function Toast({ message }: { message: ToastMessage }) {
  const t = useTranslations("ui.toast");
  const [isHeld, setIsHeld] = useState(false);
  const leaves = message.kind === "done" && !isHeld;
  useEffect(() => {
    if (!leaves) return;
    const timer = setTimeout(() => toast.dismiss(message.id), STAYS_MS);
    return () => clearTimeout(timer);
  }, [leaves, message.id]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only holds the message while it is read.
    <div
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      className="pointer-events-auto flex min-h-10 max-w-120 items-center gap-3 rounded-[8px] bg-ink py-1.5 pr-2 pl-3.5 text-surface shadow-float max-md:w-full"
    >
      <span className="flex-1">{message.message}</span>
      {message.onUndo ? (
        <ToastButton onClick={() => undo(message)} keys="z">
          {t("undo")}
        </ToastButton>
      ) : null}
      {message.onRetry ? (
        <ToastButton onClick={() => retry(message)}>{t("retry")}</ToastButton>
      ) : null}
      {message.kind === "failed" ? (
        <ToastButton onClick={() => toast.dismiss(message.id)}>{t("dismiss")}</ToastButton>
      ) : null}
    </div>
  );
}

function ToastButton({
  onClick,
  keys,
  children,
}: {
  onClick: () => void;
  keys?: string;
  children: string;
}) {
  return (
    <button
      type="button"
      onClick={onClick}
      aria-keyshortcuts={keys}
      className="inline-flex h-7 items-center gap-2 rounded-control px-1.5 font-medium underline underline-offset-3 outline-surface focus-visible:outline-surface max-md:h-11"
    >
      {children}
      {keys ? <KeyHint keys={keys} onInk /> : null}
    </button>
  );
}

const isFailed = (message: ToastMessage) => message.kind === "failed";

function undo(message: ToastMessage) {
  toast.dismiss(message.id);
  message.onUndo?.();
}

function retry(message: ToastMessage) {
  toast.dismiss(message.id);
  message.onRetry?.();
}
