import { emptyFields, type HandInFields, withMail } from "#components/hand-in/hand-in-fields.ts";
import { type HandInLink, textWithLink } from "#lib/insights/hand-in-link.ts";
import { readPastedMail } from "#lib/insights/mail/pasted-mail.ts";

/** What the form begins with when a link opened it; its text may be an e-mail too. */
export function fieldsOfLink(link: HandInLink): HandInFields {
  const { customer, title, kind } = link;
  const fields = { ...emptyFields, customer, title, kind };
  const mail = readPastedMail(link.text);
  if (!mail) return { ...fields, text: textWithLink(link) };
  const words = textWithLink({ ...link, text: mail.words });
  return withMail(fields, { ...mail, words }, textWithLink(link));
}
