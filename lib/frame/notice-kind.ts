/** Why somebody is told, the most pressing first: of one act and one thing a person hears once. */
export const noticeKinds = [
  "mentioned",
  "yours",
  "answered",
  "given",
  "committed",
  "changed",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Those that somebody else waits on: they are sent by themselves, the others once a day with what is unread. */
export const pressingKinds = ["mentioned"] as const satisfies readonly NoticeKind[];
