import { useEffect, useState } from "react";
import { askServer } from "#components/form/ask-server.ts";
import type { AnswerShape } from "#components/form/said.ts";

/**
 * What the server says to an address of ours, asked once it has stayed the same for a moment, as while one types. The
 * last answer stays, with its address, until the next is there; what fails or comes too late is no answer.
 */
export function useAsked<Answer>(
  address: string | null,
  shape: AnswerShape<Answer>,
  pauseMs: number,
): { address: string; answer: Answer } | undefined {
  const [said, setSaid] = useState<{ address: string; answer: Answer }>();
  useEffect(() => {
    if (address === null) return;
    const request = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await askServer(address, shape, request.signal);
      if (answer !== null) setSaid({ address, answer });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [address, shape, pauseMs]);
  return said;
}
