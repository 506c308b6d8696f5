import { type DefaultTreeAdapterTypes, parse } from "parse5";

// A page as somebody reads it: its elements, their words, and the numbers among them.

type Node = DefaultTreeAdapterTypes.Node;
export type Element = DefaultTreeAdapterTypes.Element;

export function elementsOf(html: string): Element[] {
  return below(parse(html));
}

export function below(node: Node): Element[] {
  if (!("childNodes" in node)) return [];
  return node.childNodes.flatMap((child) =>
    "tagName" in child && child.tagName !== "script" ? [child, ...below(child)] : [],
  );
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((one) => one.name === name)?.value ?? null;
}

/** Its words; instants and what only ornaments aside. */
export function wordsOf(node: Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  if (!("childNodes" in node) || ["script", "time", "kbd"].includes(node.nodeName)) return "";
  return node.childNodes.map(wordsOf).join(" ").replace(/\s+/g, " ").trim();
}

/** The first number that a person reads there, as it is written; names of quarters and of things are none. */
export function writtenNumber(words: string): string | null {
  const plain = words.replace(/\bQ[1-4]\s\d{4}|\b[A-Z]{2,}-?\d+|\b[A-Za-z]+\d+/g, "");
  return /\d+(?:[\s\u202f\u00a0,]\d{3})*(?:[.,]\d+)?/.exec(plain)?.[0] ?? null;
}

/** "1 821", "1,821" and "2,5" as numbers. */
export function numberIn(words: string): number | null {
  const written = writtenNumber(words);
  if (written === null) return null;
  const digits = written.replace(/[\s\u202f\u00a0]/g, "");
  return Number(/,\d{3}$/.test(digits) ? digits.replaceAll(",", "") : digits.replace(",", "."));
}
