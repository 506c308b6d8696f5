import { fromAdf } from "./from-adf.ts";
import { fromWiki } from "./from-wiki.ts";
import { propertyOf } from "./json-value.ts";
import type { NameOf } from "./wiki-inline.ts";

/**
 * Jira's text in our form, however it comes: a document of its editor (REST v3), wiki markup (v2, webhooks, CSV), a
 * document written as a string, a list of those, or nothing. Never throws.
 */
export function richTextOf(value: unknown, nameOf?: NameOf): string {
  if (value === null || value === undefined || typeof value === "boolean") return "";
  if (typeof value === "string") return ofString(value, nameOf);
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) {
    return value.map((one) => ofString(one, nameOf)).join("\n\n");
  }
  return typeof value === "object" ? fromAdf(value) : String(value);
}

function ofString(text: string, nameOf: NameOf | undefined): string {
  return isDocument(text) ? fromAdf(JSON.parse(text)) : fromWiki(text, nameOf);
}

function isDocument(text: string): boolean {
  if (!/^\s*\{/.test(text) || !text.includes('"doc"')) return false;
  try {
    return propertyOf(JSON.parse(text), "type") === "doc";
  } catch {
    return false;
  }
}
