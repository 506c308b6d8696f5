import type { Letter, LetterLine, LetterLink, LetterPart } from "#lib/outbox/mail/letter.ts";

// The page of a message: tables and colours of its own on each tag, as old programs want it, no picture, no font to
// fetch. What knows a dark mode finds its colours in the style above; what doesn't shows the light ones.

const light = {
  ...{ canvas: "#f6f6f3", surface: "#fefefd", line: "#dddcd9", ink: "#191c22" },
  ...{ muted: "#4e5158", faint: "#65676d", accent: "#1837ca" },
};
const dark = {
  ...{ canvas: "#0d0e11", surface: "#151619", line: "#2c2e32", ink: "#eae9e6" },
  ...{ muted: "#b0afab", faint: "#989792", accent: "#86a5fb" },
};

const sans = `font-family:'Segoe UI','Nimbus Sans',Helvetica,Arial,sans-serif`;

const inDark = [
  `.c{background:${dark.canvas}!important}`,
  `.s{background:${dark.surface}!important}`,
  `.i{color:${dark.ink}!important}`,
  `.m,.m a{color:${dark.muted}!important}`,
  `.f{color:${dark.faint}!important}`,
  `.a{color:${dark.accent}!important}`,
  `.l{border-color:${dark.line}!important}`,
  `.b{background:${dark.ink}!important}`,
  `.b a{color:${dark.surface}!important}`,
].join("");

/** @param forced shows it as in that mode whatever the reader's screen says: to look at it beforehand */
export function asHtml(letter: Letter, forced: "light" | "dark" | null = null): string {
  const query = forced === "dark" ? inDark : `@media(prefers-color-scheme:dark){${inDark}}`;
  const style = forced === "light" ? "" : query;
  return `<!doctype html>
<html lang="${letter.language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
<title>${text(letter.subject)}</title>
<style>:root{color-scheme:light dark}${style}@media(max-width:600px){.p{padding:20px 16px 24px!important}}</style></head>
<body class="c" style="margin:0;padding:0;background:${light.canvas}">
<div style="display:none;max-height:0;overflow:hidden">${text(letter.preview)}</div>
<table role="presentation" class="c" width="100%" cellpadding="0" cellspacing="0" style="background:${light.canvas}"><tr><td align="center">
<table role="presentation" class="s" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:${light.surface}"><tr>
<td class="s p i" align="left" style="padding:24px 32px 28px;background:${light.surface};color:${light.ink};${sans};font-size:15px;line-height:23px;overflow-wrap:anywhere">
${head(letter)}
<h1 class="i" style="margin:20px 0 12px;font-size:20px;line-height:26px;font-weight:600;color:${light.ink}">${text(letter.heading)}</h1>
${letter.parts.slice(0, 1).map(part).join("\n")}
${button(letter.button)}
${letter.parts.slice(1).map(part).join("\n")}
${foot(letter)}
</td></tr></table>
</td></tr></table>
</body></html>
`;
}

function head({ day }: Letter): string {
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr>
<td class="i" style="font-size:15px;font-weight:600;color:${light.ink}">[&#8201;<span class="a" style="color:${light.accent}">|</span>&#8201;] Tribune</td>
<td class="m" align="right" style="font-size:13px;color:${light.muted}">${text(day)}</td></tr></table>`;
}

function part({ title, lines, text: said }: LetterPart): string {
  const name = title
    ? `<h2 class="i" style="margin:26px 0 6px;font-size:14px;line-height:20px;font-weight:600;color:${light.ink}">${text(title)}</h2>`
    : "";
  const sentence =
    said === null ? "" : `<div class="i" style="color:${light.ink}">${text(said)}</div>`;
  if (lines.length === 0) return `${name}${sentence}`;
  return `${name}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse">
${lines.map(row).join("\n")}</table>${sentence}`;
}

function row({ title, note, quote, href }: LetterLine): string {
  const said =
    quote === null
      ? ""
      : `<div class="i" style="margin-top:8px;font-size:15px;line-height:23px;color:${light.ink}">${text(quote).replaceAll("\n", "<br>")}</div>`;
  return `<tr><td class="l" style="padding:10px 0 11px;border-bottom:1px solid ${light.line}">
<a class="a" href="${text(href)}" style="color:${light.accent};font-weight:600;text-decoration:none">${text(title)}</a>
<div class="m" style="font-size:13px;line-height:19px;color:${light.muted}">${text(note)}</div>${said}</td></tr>`;
}

function button({ label, href }: LetterLink): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="margin:20px 0 0"><tr>
<td class="b" style="background:${light.ink};border-radius:6px"><a href="${text(href)}" style="display:inline-block;padding:11px 18px;line-height:22px;font-weight:600;text-decoration:none;color:${light.surface}">${text(label)}</a></td></tr></table>`;
}

function foot({ foot: why, links }: Letter): string {
  const anchors = links.map(
    ({ label, href }) =>
      `<a href="${text(href)}" style="color:${light.muted};text-decoration:underline">${text(label)}</a>`,
  );
  return `<div class="l" style="margin-top:28px;padding-top:14px;border-top:1px solid ${light.line};font-size:12px;line-height:22px">
<div class="f" style="color:${light.faint}">${text(why)}</div><div class="m" style="color:${light.muted}">${anchors.join(" · ")}</div></div>`;
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** Nothing that somebody wrote is markup here. */
function text(value: string): string {
  return value.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
}
