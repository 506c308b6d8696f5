/** What a text is made of: how customers say it, and what they pasted. */
export type Parts = { title: string; prose: string; code: string };

const longest = { read: 8000, prose: 1000, code: 3000 };

// As desks write it (Jira's wiki) and as it is kept here.
const blocks =
  /\{(code|noformat)(?:[:|][^{}\n]{0,500})?\}([\s\S]*?)(?:\{\1\}|(?![\s\S]))|^(`{3,}|~{3,})[^\n]*\n([\s\S]*?)(?:^\3[^\S\n]*$|(?![\s\S]))/gm;
const stackLine = /^[^\S\n]*at [\w$.<>/]+\([^()\n]*\).*$/gm;
const quoteSign = /^(?:> ?)+/gm;
const escapeSign = /\\(?=[!-/:-@[-`{-~])/g;
const linkTarget = /(?<=\])\([^()\s]*\)/g;
// Pictures, files, mentions, and signs that only shape the text.
const signs =
  /!\[[^\]\n]*\]\([^)\n]*\)|![^\s!|]+(?:\|[^!\n]*)?!|📎[^\n]*|\[~[^\]\n]*\]|\{[a-z]+(?::[^{}\n]*)?\}|<[a-z/][^<>\n]*>/giu;

/** Code and stack traces apart from the words around them; long texts by their beginning. */
export function partsOf(title: string | null, body: string): Parts {
  const code: string[] = [];
  const keep = (pasted: string) => {
    code.push(pasted);
    return "\n";
  };
  const prose = body
    .slice(0, longest.read)
    .replace(quoteSign, "")
    .replace(blocks, (_, _name, wiki = "", _fence, fenced = "") => keep(wiki || fenced))
    .replace(stackLine, keep)
    .replace(signs, " ")
    .replace(linkTarget, "")
    .replace(escapeSign, "");
  return {
    title: title ?? "",
    prose: prose.trim().slice(0, longest.prose),
    code: code.join("\n").slice(0, longest.code),
  };
}
