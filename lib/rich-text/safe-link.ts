const longestAddress = 2_000;

/**
 * The address as it may stand behind a link: http or https, absolute, without a name or a password in it (which make
 * `https://bank.example@elsewhere.example` look like the bank). Null for every other one.
 */
export function safeLink(address: string): string | null {
  const trimmed = address.trim();
  if (trimmed.length > longestAddress || !/^https?:\/\//i.test(trimmed)) return null;
  const url = URL.parse(trimmed);
  if (url === null || url.username !== "" || url.password !== "") return null;
  // Brackets are ours; nobody sends a customer to a bare IPv6 address.
  if (url.hostname.startsWith("[")) return null;
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  const href = url.href.replace(/[()[\]\\|`*]/g, percent);
  return href.length > longestAddress ? null : href;
}

/** A bare address in running text, from where it begins; without the full stop or bracket that ends its sentence. */
export const bareAddress = /https?:\/\/[^\s<>"'`|\\^{}[\]«»“”]{1,2000}/iy;

const sentenceEnd = new Set([..."._,;:!?*~"]);

export function withoutSentenceEnd(address: string): string {
  const closes = !address.includes("(");
  let end = address.length;
  while (end > 0) {
    const last = address[end - 1] ?? "";
    if (!sentenceEnd.has(last) && !(closes && last === ")")) break;
    end -= 1;
  }
  return address.slice(0, end);
}

/** Reserved by our own form, and all of them mean the same when written by their number. */
function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
