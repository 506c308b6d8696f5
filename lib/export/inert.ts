// A spreadsheet reads a cell that begins like a formula as one. An apostrophe before it makes it a text; one that begins
// with an apostrophe gets another, so that each text has one form and each form one text.

/** What a spreadsheet may pass over (spaces, controls, marks without width), then what begins a formula. */
const formula = /^[\p{Z}\p{C}]*[=+\-@＝＋－＠﹢﹣﹦﹫−]/u;
const startsOddly = /^['\p{Cc}]/u;

export function inert(text: string): string {
  return startsOddly.test(text) || formula.test(text) ? `'${text}` : text;
}

export function fromInert(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}
