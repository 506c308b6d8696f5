import type { PastedMail } from "#lib/insights/mail/pasted-mail.ts";

const empty = {
  text: "",
  customer: "",
  title: "",
  kind: "",
  requesterName: "",
  requesterEmail: "",
  saidOn: "",
  /** The text as it was pasted, while the form shows what was read in it. */
  whole: "",
};

/** What the form holds; "" is not said. */
export type HandInFields = typeof empty;
export const emptyFields: Readonly<HandInFields> = empty;

export function isEmpty(fields: HandInFields): boolean {
  return Object.values(fields).every((value) => value === "");
}

/** The fields with what a pasted e-mail tells; what somebody has filled already stays. */
export function withMail(fields: HandInFields, mail: PastedMail, whole: string): HandInFields {
  return {
    ...fields,
    text: mail.words,
    title: fields.title || mail.subject,
    requesterName: fields.requesterName || (mail.from?.name ?? ""),
    requesterEmail: fields.requesterEmail || (mail.from?.email ?? ""),
    saidOn: fields.saidOn || (mail.sentOn ?? ""),
    whole,
  };
}

/** What a browser kept of them, whatever became of it meanwhile; null when nothing. */
export function fieldsFrom(kept: string): HandInFields | null {
  const read = parsed(kept);
  if (typeof read !== "object" || read === null) return null;
  const given = new Map<string, unknown>(Object.entries(read));
  const one = (name: keyof HandInFields) => {
    const value = given.get(name);
    return typeof value === "string" ? value : "";
  };
  return {
    text: one("text"),
    customer: one("customer"),
    title: one("title"),
    kind: one("kind"),
    requesterName: one("requesterName"),
    requesterEmail: one("requesterEmail"),
    saidOn: one("saidOn"),
    whole: one("whole"),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
