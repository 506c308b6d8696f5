/** What stands for a file or a picture, which are never shown: the same in every language. */
export const fileSign = "📎";

/** The last part of an address, as one would call the file. */
export function fileNameOf(href: string): string {
  const last = URL.parse(href)?.pathname.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(last) || href;
  } catch {
    // A name with a stray per cent sign is a name all the same.
    return last || href;
  }
}
