import Link from "next/link";
import { initiativeKey } from "#lib/initiatives/number.ts";
import type { AnswerNamed } from "#lib/insights/views.ts";
import { quarterName } from "#lib/quarter.ts";

/** What an answer names: the initiative and when it comes, the place where it exists, or why it is declined. */
export function AnswerNamedLine({ named }: { named: AnswerNamed }) {
  const { initiative, entry, reason } = named;
  if (initiative)
    return (
      <span className="wrap-anywhere">
        <Link
          href={`/initiatives/${initiative.number}`}
          prefetch={false}
          className="underline decoration-edge decoration-dotted underline-offset-4"
        >
          <span className="whitespace-nowrap">{initiativeKey(initiative.number)}</span>{" "}
          {initiative.title}
        </Link>
        {initiative.quarter ? ` · ${quarterName(initiative.quarter)}` : null}
      </span>
    );
  if (entry)
    return (
      <Link
        href={`/catalogue/${entry.id}`}
        prefetch={false}
        className="wrap-anywhere underline decoration-edge decoration-dotted underline-offset-4"
      >
        {entry.title}
      </Link>
    );
  return reason ? <span className="wrap-anywhere">{reason}</span> : null;
}

export function namesSomething({ initiative, entry, reason }: AnswerNamed): boolean {
  return initiative !== null || entry !== null || reason !== null;
}
