import type { ReactNode } from "react";

/** Every screen has all words by now. */
export function WithMessages({ children }: { of: readonly string[]; children: ReactNode }) {
  return children;
}
