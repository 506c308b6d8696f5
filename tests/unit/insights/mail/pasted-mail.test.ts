import { describe, expect, it } from "vitest";
import { mailDay } from "#lib/insights/mail/day.ts";
import { type PastedMail, readPastedMail } from "#lib/insights/mail/pasted-mail.ts";
import { mailPerson } from "#lib/insights/mail/people.ts";
import { bareSubject } from "#lib/insights/mail/subject.ts";

const marie = { name: "Marie Dupont", email: "marie.dupont@lebrun.example" };

describe("an e-mail pasted whole tells its subject, its writer's own words, who wrote them and when", () => {
  const mails: [string, string, Partial<PastedMail>][] = [
    [
      "French Outlook, an exchange",
      `De : Marie Dupont <marie.dupont@lebrun.example>
Envoyé : mardi 3 novembre 2026 10:12
À : Support <support@soupape.example>
Cc : Paul Morel <paul@lebrun.example>;
 Zoé Petit <zoe@lebrun.example>
Objet : RE: TR: Planning illisible

Bonjour,

Le planning ne s'imprime plus en A3.

De : Support <support@soupape.example>
Envoyé : lundi 2 novembre 2026 09:00
À : Marie Dupont <marie.dupont@lebrun.example>
Objet : Planning illisible

Pouvez-vous préciser ?`,
      {
        subject: "Planning illisible",
        from: marie,
        sentOn: "2026-11-03",
        words: "Bonjour,\n\nLe planning ne s'imprime plus en A3.",
      },
    ],
    [
      "German Outlook on the web, each value below its name, bold",
      `**Von:**
Dupont, Marie <marie.dupont@lebrun.example>
**Gesendet:**
Dienstag, 3. November 2026 10:12
**An:**
Support
**Betreff:**
AW: Druck

Der Plan lässt sich nicht drucken.`,
      {
        subject: "Druck",
        from: marie,
        sentOn: "2026-11-03",
        words: "Der Plan lässt sich nicht drucken.",
      },
    ],
    [
      "Spanish headers, the quote marked",
      `De: Marie Dupont <marie.dupont@lebrun.example>
Enviado el: martes, 3 de noviembre de 2026 10:12
Para: Soporte
Asunto: RV: Impresión

No se imprime.

El lun, 2 nov 2026 a las 9:00, Soporte (<support@soupape.example>) escribió:
> ¿Qué pasa?`,
      { subject: "Impresión", from: marie, sentOn: "2026-11-03", words: "No se imprime." },
    ],
    [
      "a Gmail forward under a colleague's line",
      `Pour info, à traiter avec l'équipe planning.

---------- Forwarded message ---------
De : Marie Dupont <marie.dupont@lebrun.example>
Date: mar. 3 nov. 2026 à 10:12
Subject: Fwd: Export Outlook
To: <support@soupape.example>


Il nous faut un export vers Outlook.

Le lun. 2 nov. 2026 à 09:00, Support <support@soupape.example> a
écrit :

> Bonjour,
> que vous manque-t-il ?`,
      {
        subject: "Export Outlook",
        from: marie,
        sentOn: "2026-11-03",
        words: "Il nous faut un export vers Outlook.",
      },
    ],
    [
      "an Apple Mail forward, wholly quoted",
      `Begin forwarded message:

> From: Marie Dupont <marie.dupont@lebrun.example>
> Subject: Two planners
> Date: 3 November 2026 at 10:12:00 CET
> To: support@soupape.example
>
> They overwrite each other.
>
>> What happens exactly?
>
> Sent from my iPhone`,
      {
        subject: "Two planners",
        from: marie,
        sentOn: "2026-11-03",
        words: "They overwrite each other.",
      },
    ],
    [
      "an Outlook forward of a forward, its headers copied too",
      `From: Salomé Arnaud <salome@soupape.example>
Sent: Wednesday, November 4, 2026 8:00 AM
To: Product
Subject: FW: Planning

FYI, same as Brive.

________________________________
From: Marie Dupont <marie.dupont@lebrun.example>
Sent: Tuesday, November 3, 2026 10:12 AM
To: Salomé Arnaud
Subject: Planning

We need A3.
-- 
Marie Dupont
+33 1 02 03 04 05`,
      { subject: "Planning", from: marie, sentOn: "2026-11-03", words: "We need A3." },
    ],
    [
      "an answer above what it answers: its writer is not told",
      `Yes, it happens every Monday.

On Mon, Nov 2, 2026 at 9:00 AM Support <support@soupape.example> wrote:
> Does it happen often?`,
      { subject: "", from: null, sentOn: null, words: "Yes, it happens every Monday." },
    ],
    [
      "answers between the lines",
      `Mes réponses ci-après.

Le lun. 2 nov. 2026 à 09:00, Support <support@soupape.example> a écrit :
> Depuis quand ?
Depuis lundi.
> Chez qui ?
Chez tous.`,
      { from: null, words: "Mes réponses ci-après.\n\nDepuis lundi.\nChez tous." },
    ],
    [
      "only what somebody wrote, quoted",
      `Am 03.11.2026 um 10:12 schrieb Marie Dupont <marie.dupont@lebrun.example>:
> Der Druck fehlt.
> Bitte in A3.`,
      { from: marie, sentOn: "2026-11-03", words: "Der Druck fehlt.\nBitte in A3." },
    ],
    [
      "copied from the page of a mail box",
      `Re: Export Outlook
Boîte de réception

Marie Dupont <marie.dupont@lebrun.example>
mar. 3 nov. 2026 10:12 (il y a 2 jours)
À moi

Toujours rien.`,
      { subject: "Export Outlook", from: marie, sentOn: "2026-11-03", words: "Toujours rien." },
    ],
    [
      "the words alone with a signature",
      `Peut-on imprimer en A3 ?

-- 
Marie Dupont
Transports Lebrun – marie.dupont@lebrun.example`,
      { from: marie, words: "Peut-on imprimer en A3 ?" },
    ],
    [
      "a banner above, the lawyers below",
      `De : marie.dupont@lebrun.example
Objet : A3
Envoyé : 2026-11-03

ATTENTION : cet e-mail provient d'un expéditeur externe à votre organisation.

Il manque l'A3.

Ce message et ses pièces jointes sont confidentiels et établis à l'intention
exclusive de leurs destinataires.
Toute diffusion est interdite.`,
      {
        subject: "A3",
        from: { name: null, email: marie.email },
        words: "Il manque l'A3.",
      },
    ],
  ];
  it.each(mails)("%s", (_, text, told) => {
    expect(readPastedMail(text)).toMatchObject(told);
    expect(readPastedMail(text.replaceAll("\n", "\r\n"))).toMatchObject(told);
  });

  it.each([
    "Le planning s'écrase quand deux personnes écrivent.",
    "De : Lyon\nÀ : Brive\nLe trajet manque de pauses.",
    "Le client dit :\n> il manque l'A3\n> et l'A4",
    "Objet : le planning\nIl manque l'A3.",
    "On the phone she wrote down: nothing",
    "",
    ">".repeat(50_000),
  ])("what is no e-mail is left as it is: %.40s", (text) => {
    expect(readPastedMail(text)).toBeNull();
  });

  it("takes no time over a text made to hold it up", () => {
    const hostile = [
      `On ${"a ".repeat(40_000)}`,
      "De : a@b.fr ".repeat(8_000),
      "le x\n".repeat(20_000),
      `${"From: a@b.example\n".repeat(5_000)}`,
      `${"ce message ".repeat(9_000)}`,
      `${"De : x\n\n".repeat(12_000)}`,
    ];
    for (const text of hostile) expect(() => readPastedMail(text)).not.toThrow();
  });
});

describe("the parts of a mail", () => {
  it.each([
    ["Re: RE : [EXTERNAL] TR: Planning", "Planning"],
    ["Réf : 12", "Réf : 12"],
    ["AW: WG: Re[2]: Druck", "Druck"],
    ["Retour du terrain", "Retour du terrain"],
    ["Re:", ""],
  ])("the subject %s is %s", (written, subject) => {
    expect(bareSubject(written)).toBe(subject);
  });

  it.each([
    ['"Dupont, Marie" <Marie.Dupont@lebrun.example>', marie],
    ["Marie Dupont [mailto:marie.dupont@lebrun.example]", marie],
    ["'Marie Dupont' via Support <marie.dupont@lebrun.example>", marie],
    ["marie.dupont@lebrun.example", { name: null, email: marie.email }],
    ["Support au nom de Marie Dupont <marie.dupont@lebrun.example>", marie],
    ["Marie Dupont", { name: "Marie Dupont", email: null }],
    ["<>", null],
  ])("%s", (written, person) => {
    expect(mailPerson(written)).toEqual(person);
  });

  it.each([
    ["Tue, 3 Nov 2026 10:12:00 +0100", "2026-11-03"],
    ["lundi 1er février 2027 à 08:00", "2027-02-01"],
    ["Dienstag, 3. März 2026", "2026-03-03"],
    ["November 3, 2026 at 10:12 AM", "2026-11-03"],
    ["03.11.2026 10:12", "2026-11-03"],
    ["13/11/2026 10:12", "2026-11-13"],
    ["11/13/2026 10:12", "2026-11-13"],
    ["3/11/2026 10:12 AM", "2026-03-11"],
    ["3/11/2026 10:12", null],
    ["31/02/2026", null],
    ["hier", null],
  ])("the date %s is %s", (written, day) => {
    expect(mailDay(written)).toBe(day);
  });
});
