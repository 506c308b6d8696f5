import type { ReactNode } from "react";

/**
 * The head of every screen. `answer` is its one h1: the sentence that answers the screen's
 * question, with its numbers; or the name of the object the page is about. The screen's own name
 * is the crumb above.
 */
export function PageHeader({
  crumb,
  answer,
  actions,
}: {
  crumb: ReactNode;
  answer: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="flex shrink-0 flex-wrap items-start gap-x-3 gap-y-2 border-b border-line px-6 py-3 max-md:px-4">
      <div className="min-w-0 flex-[1_1_20rem]">
        <div className="mb-1 flex flex-wrap items-center gap-x-2 text-xs text-ink-muted">
          {crumb}
        </div>
        <h1 className="text-answer text-balance wrap-anywhere max-md:text-[1.125rem] max-md:leading-6">
          {answer}
        </h1>
      </div>
      {actions ? (
        <div className="flex flex-wrap items-center gap-2 print:hidden">{actions}</div>
      ) : null}
    </header>
  );
}
