/** Why somebody is told, the most pressing first: of one act and one thing a person hears once. */
export const noticeKinds = ["mentioned", "answered", "given", "committed", "changed"] as const;
export type NoticeKind = (typeof noticeKinds)[number];
