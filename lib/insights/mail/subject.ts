const answer = ["re", "ré", "rép", "aw", "antw", "antwort", "sv", "vs", "r", "res", "rif", "odp"];
const forward = ["fwd", "fw", "tr", "wg", "rv", "i", "enc", "reenv", "vl", "doorst"];
const sign = new RegExp(
  String.raw`^\s*(?:\[(?:external|externe?|ext|spam)\]|(${[...answer, ...forward].join("|")})\s?(?:\[\d{1,3}\]|\(\d{1,3}\))?\s?[:：])\s*`,
  "iu",
);

/** The subject without what answering and forwarding put before it. */
export function bareSubject(subject: string): string {
  let rest = subject.slice(0, 1000).replace(/\s+/g, " ").trim();
  for (let found = sign.exec(rest); found; found = sign.exec(rest))
    rest = rest.slice(found[0].length);
  return rest.trim().slice(0, 500);
}

/** Whether the mail hands on another one. */
export function isForward(subject: string): boolean {
  const rest = subject.replace(/^\s*\[[^\]]{1,20}\]\s*/, "");
  return forward.includes(sign.exec(rest)?.[1]?.toLowerCase() ?? "");
}
