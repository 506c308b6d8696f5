import { type DateOrder, parseDate } from "#lib/imports/dates/dates.ts";
import type { WallClock } from "#lib/imports/dates/wall-clock.ts";
import type { ToldComment } from "#lib/tickets/ticket.ts";

const seenByCustomer = /^(public|publique?|publico|publiczny|offentlich|externe?|external)$/;
const internal = /^(internal|internes?|intern[ao]?|private|privee?|privad[ao]|wewnetrzny)$/;

/**
 * What Jira writes into a cell of comments: date, author and text, of which only the text may hold semicolons; newer
 * exports add who sees it. What is not surely said to the customer is internal. Null for what is no such cell.
 */
export function commentIn(cell: string, order: DateOrder, clock: WallClock): ToldComment | null {
  const [, date = "", author = "", text = ""] = /^([^;]*);([^;]*);([\s\S]*)$/.exec(cell) ?? [];
  const at = parseDate(date, order, clock);
  if (at === null) return null;
  const { body, isInternal } = seenBy(text);
  if (body === "") return null;
  return { at: at.toISOString(), author: author.trim() || null, body, isInternal };
}

/** Who sees it stands before the text or behind it. */
function seenBy(text: string): { body: string; isInternal: boolean } {
  const first = /^\s*(\p{L}+)\s*;([\s\S]*)$/u.exec(text);
  const last = /^([\s\S]*);\s*(\p{L}+)\s*$/u.exec(text);
  const told = [
    { word: plain(first?.[1]), body: first?.[2] },
    { word: plain(last?.[2]), body: last?.[1] },
  ];
  const said = told.find(({ word }) => seenByCustomer.test(word) || internal.test(word));
  return {
    body: (said?.body ?? text).replace(/\r\n?/g, "\n").trim(),
    isInternal: !(said && seenByCustomer.test(said.word)),
  };
}

function plain(word = ""): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
