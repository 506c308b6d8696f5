"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { KeyHint } from "#components/keyboard/key-hint.tsx";
import { useKeys } from "#components/keyboard/use-keys.ts";

export type TaskLine = { href: string; title: string; note: string; icon: ReactNode };

/** What needs the person, each line a way to its rows; the digits go there at once. */
export function TaskList({ label, tasks }: { label: string; tasks: readonly TaskLine[] }) {
  const router = useRouter();
  const reachable = tasks.slice(0, 9);
  useKeys(
    "screen",
    {
      chooseDigit: ({ digit }) => {
        const task = digit ? reachable[digit - 1] : undefined;
        if (!task) return false;
        router.push(task.href);
        return undefined;
      },
    },
    { digits: reachable.map(({ title }) => title) },
  );
  return (
    <ol aria-label={label}>
      {tasks.map((task, index) => (
        <li key={task.href + task.title} className="border-b border-line">
          <Link
            href={task.href}
            data-line
            aria-keyshortcuts={index < 9 ? `${index + 1}` : undefined}
            className="relative flex items-start gap-4 px-6 py-3 hover:bg-sunk focus-visible:bg-sunk focus-visible:outline-none focus-visible:before:absolute focus-visible:before:-top-px focus-visible:before:-bottom-px focus-visible:before:left-0 focus-visible:before:w-[3px] focus-visible:before:bg-accent max-md:px-4"
          >
            <span className="mt-0.5 text-ink-muted">{task.icon}</span>
            <span className="min-w-0 flex-1">
              <span className="block text-base font-semibold">{task.title}</span>
              <span className="block text-xs text-ink-muted">{task.note}</span>
            </span>
            {index < 9 ? <KeyHint keys={`${index + 1}`} className="mt-0.5" /> : null}
          </Link>
        </li>
      ))}
    </ol>
  );
}
