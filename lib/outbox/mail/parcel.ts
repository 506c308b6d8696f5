import MailComposer from "nodemailer/lib/mail-composer";
import { asHtml } from "#lib/outbox/mail/as-html.ts";
import { asText } from "#lib/outbox/mail/as-text.ts";
import type { Letter } from "#lib/outbox/mail/letter.ts";
import { addressOf, hostOf } from "#lib/outbox/mail/sender.ts";

export type Addressed = {
  letter: Letter;
  /** As `MAIL_FROM` says: "Tribune <tribune@example.com>". */
  from: string;
  to: { name: string; email: string };
  messageId: string;
  /** Where one leaves its list with one click (RFC 8058). */
  leave: string;
  /** What it is about, so that messages about one thing stand together. */
  thing: string | null;
  at: Date;
};

/** The letter as it goes over the wire. */
export async function parcelOf(addressed: Addressed): Promise<Buffer> {
  const { letter, from, to, messageId, leave, thing, at } = addressed;
  const host = hostOf(from);
  const composer = new MailComposer({
    from: { name: letter.sender, address: addressOf(from) },
    to: { name: to.name, address: to.email },
    subject: letter.subject,
    messageId,
    date: at,
    text: asText(letter),
    html: asHtml(letter),
    ...(thing ? { references: `<${thing}@${host}>` } : {}),
    headers: {
      "List-Unsubscribe": { prepared: true, value: `<${leave}>` },
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "List-Id": { prepared: true, value: `<tribune.${host}>` },
      "Content-Language": letter.language,
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
    },
    // What stands in a text is no file and no address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
