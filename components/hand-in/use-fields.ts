import { useEffect, useRef, useState } from "react";
import {
  emptyFields,
  type HandInFields,
  isEmpty,
  withMail,
} from "#components/hand-in/hand-in-fields.ts";
import { customerOfDomain, useCustomers } from "#components/hand-in/use-customers.ts";
import { useDraft } from "#components/hand-in/use-draft.ts";
import type { PastedMail } from "#lib/insights/mail/pasted-mail.ts";
import { domainOf } from "#lib/insights/mail/people.ts";

/** What the form holds, kept while it is written; and what an e-mail or its address proposes. */
export function useFields(personId: string, start: HandInFields) {
  const [fields, setFields] = useState(start);
  const [earlier, setEarlier] = useState<HandInFields | null>(null);
  const [proposed, setProposed] = useState<{ name: string; domain: string } | null>(null);
  const customers = useCustomers(fields.customer);
  const latest = useRef(fields);
  const keep = useDraft(personId, {
    isFresh: isEmpty(start),
    restore: setAll,
    offer: (kept) => (kept.text === start.text ? setAll(kept) : setEarlier(kept)),
  });

  function setAll(next: HandInFields) {
    latest.current = next;
    setFields(next);
  }
  function change(some: Partial<HandInFields>) {
    setAll({ ...latest.current, ...some });
    keep(latest.current);
  }
  async function proposeCustomer(email: string) {
    const domain = domainOf(email);
    if (domain === null || latest.current.customer !== "") return;
    const found = await customerOfDomain(domain);
    if (!found || latest.current.customer !== "") return;
    setProposed({ name: found.name, domain });
    change({ customer: found.name });
  }
  const first = useRef(() => proposeCustomer(start.requesterEmail));
  useEffect(() => void first.current(), []);

  async function input(operationId: string) {
    const chosen = (await customers.settled()) ?? customers.known;
    const { text, title, kind, requesterName, requesterEmail, saidOn } = latest.current;
    const customer = latest.current.customer.trim();
    return {
      operationId,
      body: text,
      title: title.trim() || undefined,
      kind: kind || undefined,
      requesterName: requesterName.trim() || undefined,
      requesterEmail: requesterEmail.trim() || undefined,
      saidOn: saidOn || undefined,
      ...(chosen ? { organisationId: chosen.id } : { organisationName: customer || undefined }),
    };
  }
  return {
    fields,
    earlier,
    customers,
    domain: proposed?.name === fields.customer ? proposed.domain : null,
    change,
    proposeCustomer,
    input,
    takeMail: (mail: PastedMail, whole: string) => {
      change(withMail(latest.current, mail, whole));
      void proposeCustomer(latest.current.requesterEmail);
    },
    bringBack: () => change({ text: latest.current.whole, whole: "" }),
    takeEarlier: () => {
      if (earlier) change(earlier);
      setEarlier(null);
    },
    clear: () => {
      customers.forget();
      change(emptyFields);
    },
  };
}
