// Written as escapes, since none of them can be seen: control characters but tab and line feed, zero width spaces, and
// what turns the direction of writing (embeddings, overrides, isolates), which would let a text lie about itself. Joiners
// stay (emoji and Persian need them), so do the harmless direction marks.
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;

/** Without what cannot be seen, with line feeds only. */
export function cleanText(text: string): string {
  return withLineFeeds(text).replace(unseen, "");
}

export function withLineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}
