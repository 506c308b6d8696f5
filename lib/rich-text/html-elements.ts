import { TokenizerMode } from "parse5";
import type { Opening } from "./block-builder.ts";
import type { Mark } from "./tree.ts";

export type Attributes = ReadonlyMap<string, string>;

/** Never shown, nor what is in them. */
export const silent: ReadonlySet<string> = new Set(
  "script style head template iframe noembed noframes object applet audio video canvas map math".split(
    " ",
  ),
);

/** How the standard reads what is in them: as text, up to their end. */
export const textModes: ReadonlyMap<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]> =
  new Map([
    ["script", TokenizerMode.SCRIPT_DATA],
    ["style", TokenizerMode.RAWTEXT],
    ["iframe", TokenizerMode.RAWTEXT],
    ["noembed", TokenizerMode.RAWTEXT],
    ["noframes", TokenizerMode.RAWTEXT],
    ["xmp", TokenizerMode.RAWTEXT],
    ["title", TokenizerMode.RCDATA],
    ["textarea", TokenizerMode.RCDATA],
  ]);

export const marksByElement: ReadonlyMap<string, Mark> = new Map([
  ["b", "strong"],
  ["strong", "strong"],
  ["i", "em"],
  ["em", "em"],
  ["cite", "em"],
  ["s", "strike"],
  ["strike", "strike"],
  ["del", "strike"],
  ["code", "code"],
  ["kbd", "code"],
  ["samp", "code"],
  ["tt", "code"],
]);

/** What begins ends the last of its kind, up to what holds both. */
export const endsBefore: ReadonlyMap<
  string,
  { ends: readonly string[]; within: readonly string[] }
> = new Map([
  ["li", { ends: ["li"], within: ["ul", "ol", "menu"] }],
  ["dt", { ends: ["dt", "dd"], within: ["dl"] }],
  ["dd", { ends: ["dt", "dd"], within: ["dl"] }],
  ["tr", { ends: ["tr"], within: ["table"] }],
  ["td", { ends: ["td", "th"], within: ["tr", "table"] }],
  ["th", { ends: ["td", "th"], within: ["tr", "table"] }],
]);

const apart = new Set(
  `p div section article aside header footer main nav address figure figcaption details summary fieldset legend form dl dt
  dd body html center tbody thead tfoot caption title textarea select option`.split(/\s+/),
);

/** Null for what stands in the midst of a line, and for what nobody knows. */
export function openingOf(name: string, attributes: Attributes): Opening | null {
  if (apart.has(name)) return { type: "other" };
  switch (name) {
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      return { type: "heading", level: Number(name[1]) };
    case "blockquote":
      return { type: "quote" };
    case "pre":
    case "xmp":
    case "listing":
      return { type: "code", language: attributes.get("lang") ?? null };
    case "ul":
    case "menu":
      return { type: "list" };
    case "ol":
      return { type: "list", start: wholeNumber(attributes.get("start")) ?? 1 };
    case "li":
      return { type: "item", number: wholeNumber(attributes.get("value")) };
    case "table":
      return { type: "table" };
    case "tr":
      return { type: "row" };
    case "th":
      return { type: "cell", isHead: true };
    case "td":
      return { type: "cell" };
    default:
      return null;
  }
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,3}$/.test(text) ? Number(text) : null;
}
