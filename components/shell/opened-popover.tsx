"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";

/** A popover whose content is made when it is first opened: most pages are left without anyone opening it. */
export function OpenedPopover({
  id,
  className,
  children,
}: {
  id: string;
  className: string;
  children: () => ReactNode;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const [isMade, setIsMade] = useState(false);
  useEffect(() => {
    // The platform opens it for who clicks before the page's script is there.
    if (ref.current?.matches(":popover-open")) setIsMade(true);
  }, []);
  return (
    <div
      ref={ref}
      id={id}
      popover="auto"
      onBeforeToggle={() => flushSync(() => setIsMade(true))}
      className={className}
    >
      {isMade ? children() : null}
    </div>
  );
}
