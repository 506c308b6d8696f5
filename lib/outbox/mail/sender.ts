// Who mail is from, as `MAIL_FROM` says it: "Tribune <tribune@example.com>".

/** The bare address. */
export function addressOf(from: string): string {
  return /<([^<>]+)>$/.exec(from.trim())?.[1] ?? from.trim();
}

export function hostOf(from: string): string {
  return addressOf(from).split("@").at(-1) ?? "localhost";
}
