import { describe, expect, test } from "vitest";
import { type Failure, outcomeOf } from "#lib/outbox/smtp/outcome.ts";

const said = (command: string, responseCode: number): Failure => ({
  message: "Failed",
  code: "EENVELOPE",
  command,
  responseCode,
  response: `${responseCode} said  the\r\nserver`,
});
const broke = (code: string): Failure => ({ message: "broke", code, command: "CONN" });

describe("What became of a message", () => {
  test.each<[string, Failure, boolean, string]>([
    ["the recipient is nobody", said("RCPT TO", 550), false, "refused refused"],
    ["the text is refused", said("DATA", 554), true, "refused refused"],
    ["the mailbox is full", said("RCPT TO", 452), false, "later not-now"],
    ["the server is busy with texts", said("DATA", 451), true, "later not-now"],
    ["it is not ours to send from", said("MAIL FROM", 553), false, "shut sender-refused"],
    ["too many from us", said("MAIL FROM", 451), false, "shut not-now"],
    ["it shuts down", said("RCPT TO", 421), false, "shut not-now"],
    ["our password is wrong", said("AUTH PLAIN", 535), false, "shut sign-in-refused"],
    ["nobody is there", broke("ECONNECTION"), false, "shut unreachable"],
    ["it doesn't know a name", broke("EDNS"), false, "shut unreachable"],
    ["the line broke before the text", broke("ESOCKET"), false, "shut unreachable"],
    ["the line broke after the text", broke("ESOCKET"), true, "doubt no-answer"],
    ["nothing is said of the text", broke("ETIMEDOUT"), true, "doubt no-answer"],
  ])("when %s", (_, failure, wasRead, expected) => {
    const outcome = outcomeOf(failure, wasRead);
    expect(outcome.kind === "sent" ? "sent" : `${outcome.kind} ${outcome.cause}`).toBe(expected);
  });

  test("is kept with what the server said, on one line and not too long", () => {
    expect(outcomeOf(said("RCPT TO", 550), false).answer).toBe("550 said the server");
    const long = { ...said("DATA", 554), response: `554 ${"x".repeat(9_000)}` };
    expect(outcomeOf(long, true).answer).toHaveLength(500);
  });
});
