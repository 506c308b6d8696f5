import { useEffect, useState } from "react";
import { askServer } from "#components/form/ask-server.ts";
import type { AnswerShape } from "#components/form/said.ts";

type Said<Answer> = { address: string; answer: Answer };

/**
 * What the server says to an address of ours, asked once it has stayed the same for a moment, as while one types. The
 * last answer stays, with its address, until the next is there. `isSettled`: it is the answer to this very address.
 */
export function useLookup<Answer>(
  address: string | null,
  shape: AnswerShape<Answer>,
  pauseMs: number,
) {
  const [said, setSaid] = useState<Said<Answer>>();
  const [failed, setFailed] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (address === null) return;
    const request = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await askServer(address, shape, request.signal);
      // Who has gone on asks something else by now: a request given up has not failed.
      if (request.signal.aborted) return;
      setFailed(answer === null ? address : null);
      if (answer !== null) setSaid({ address, answer });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [address, shape, pauseMs, attempt]);
  return {
    said,
    isSettled: address === null || said?.address === address,
    hasFailed: address !== null && failed === address,
    again: () => {
      setFailed(null);
      setAttempt((one) => one + 1);
    },
  };
}
