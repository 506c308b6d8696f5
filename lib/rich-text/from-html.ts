import { blockBuilder } from "./block-builder.ts";
import { htmlReader } from "./html-reader.ts";
import { write } from "./write.ts";

/** HTML in our form: what it would show, nothing that it would do or load. */
export function fromHtml(html: string): string {
  const builder = blockBuilder();
  htmlReader(builder).read(html);
  return write(builder.finish());
}

const element =
  /<(?:p|div|br|span|a|b|i|u|em|strong|ul|ol|li|table|tr|td|th|h[1-6]|pre|code|blockquote|img|font|html|body|head|!doctype|style|script)\b[^<>]{0,2000}>/i;

/** Whether a text is HTML rather than words: desks send both in one column. "a < b" and "<name@firm.example>" are words. */
export function isHtml(text: string): boolean {
  return element.test(text);
}
