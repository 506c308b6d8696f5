// What became of a message, by what the server said. The first digit decides (RFC 5321): 4 is "not now", 5 is "never".
// Where only the door is shut (no connection, our sign-in or our own address refused) it is the server that is tried
// again, not the message that is at fault.

export const causes = [
  "unreachable",
  "sign-in-refused",
  "sender-refused",
  "refused",
  "not-now",
  "no-answer",
] as const;
export type Cause = (typeof causes)[number];

export type Outcome =
  | { kind: "sent"; answer: string }
  /** Never: the recipient or the text was refused. */
  | { kind: "refused"; cause: "refused"; answer: string }
  /** Not now: this one, the others may leave. */
  | { kind: "later"; cause: "not-now"; answer: string }
  /** The whole server: nothing leaves now. */
  | {
      kind: "shut";
      cause: "unreachable" | "sign-in-refused" | "sender-refused" | "not-now";
      answer: string;
    }
  /** The text may have arrived: nobody said. */
  | { kind: "doubt"; cause: "no-answer"; answer: string };

/** What the client knows of a failure. */
export type Failure = {
  message: string;
  code?: string | undefined;
  command?: string | undefined;
  responseCode?: number | undefined;
  response?: string | undefined;
};

/** @param wasRead whether the text had left when it failed */
export function outcomeOf(failure: Failure, wasRead: boolean): Outcome {
  const { command = "", code, responseCode } = failure;
  const answer = answerOf(failure);
  if (code === "EAUTH" || command.startsWith("AUTH"))
    return { kind: "shut", cause: "sign-in-refused", answer };
  if (responseCode === undefined || command === "CONN" || responseCode === 421)
    return wasRead && responseCode === undefined
      ? { kind: "doubt", cause: "no-answer", answer }
      : { kind: "shut", cause: responseCode === 421 ? "not-now" : "unreachable", answer };
  if (command === "MAIL FROM")
    return { kind: "shut", cause: responseCode < 500 ? "not-now" : "sender-refused", answer };
  return responseCode < 500
    ? { kind: "later", cause: "not-now", answer }
    : { kind: "refused", cause: "refused", answer };
}

const longest = 500;

/** One line, without what is long: some servers answer with pages. */
function answerOf({ response, message }: Failure): string {
  return (response ?? message).replace(/\s+/g, " ").trim().slice(0, longest);
}
