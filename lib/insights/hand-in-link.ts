import { z } from "zod";
import { insightKinds } from "#lib/insights/kinds.ts";
import { cleanText } from "#lib/rich-text/clean-text.ts";
import { safeLink } from "#lib/rich-text/safe-link.ts";
import { storable } from "#lib/text.ts";

/** The first of several; without what can't be seen or stored; cut rather than refused. */
const words = (most: number) =>
  z
    .union([z.string(), z.array(z.string()).transform(([first]) => first ?? "")])
    .catch("")
    .transform((text) => storable(cleanText(text)).trim().slice(0, most).toWellFormed());
const line = (most: number) => words(most).transform((text) => text.replace(/\s+/g, " "));

/**
 * What a link may fill the form with, from Slack, a bookmark or another tool: untrusted, and only ever shown until
 * somebody sends it. What makes no sense is left out.
 */
export const handInLink = z.object({
  text: words(20_000),
  customer: line(200),
  title: line(500),
  kind: z.union([z.literal(""), z.enum(insightKinds)]).catch(""),
  link: line(2_000).transform((address) => safeLink(address) ?? ""),
});
export type HandInLink = z.output<typeof handInLink>;

const fields = ["text", "customer", "title", "kind", "link"] as const;

/** The address of the form with these fields filled. */
export function handInAddress(link: HandInLink): string {
  const query = queryOf(link);
  return query === "" ? "/hand-in" : `/hand-in?${query}`;
}

/** The address to sign in at on the way to the form: it names no address to return to, so it leads nowhere else. */
export function signInForHandIn(link: HandInLink): string {
  const query = queryOf(link);
  return `/sign-in?to=hand-in${query === "" ? "" : `&${query}`}`;
}

/** The text to begin with; where it was said stands below it, for everybody to see. */
export function textWithLink({ text, link }: HandInLink): string {
  if (link === "" || text.includes(link)) return text;
  return text === "" ? `\n\n${link}` : `${text}\n\n${link}`;
}

function queryOf(link: HandInLink): string {
  return new URLSearchParams(
    fields.flatMap((name) => (link[name] === "" ? [] : [[name, link[name]]])),
  ).toString();
}
