import { describe, expect, it } from "vitest";
import { asHtml } from "#lib/outbox/mail/as-html.ts";
import { asText } from "#lib/outbox/mail/as-text.ts";
import type { Letter } from "#lib/outbox/mail/letter.ts";
import { parcelOf } from "#lib/outbox/mail/parcel.ts";
import { addressOf, hostOf } from "#lib/outbox/mail/sender.ts";

const letter: Letter = {
  language: "fr",
  sender: "Camille Renaud, par Tribune",
  subject: "Camille Renaud te mentionne : Rapports & signatures",
  preview: "Te mentionne",
  day: "lundi 16 novembre",
  heading: "Camille Renaud te mentionne : Rapports & signatures.",
  parts: [
    {
      title: "Depuis vendredi",
      lines: [
        {
          title: "Camille Renaud a écrit",
          href: "https://tribune.example/themes/1?a=1&b=2",
          note: "Te mentionne",
          quote: 'On le fait ?\n<img src="https://evil.example/x.png"> "vite"',
        },
      ],
      text: null,
    },
    { title: "Cette semaine", lines: [], text: "Camille Renaud tient « À trier »." },
  ],
  button: { label: "Ouvrir", href: "https://tribune.example/" },
  foot: "Pourquoi ce mail.",
  links: [{ label: "Ne plus le recevoir", href: "https://tribune.example/quiet?token=x" }],
};

describe("A letter", () => {
  it("is a page without pictures, scripts or anything to fetch, whatever was written", () => {
    const html = asHtml(letter);
    expect(html).not.toMatch(/<img|<script|<link|url\(|@import/i);
    expect(html).toContain("&lt;img src=&quot;https://evil.example/x.png&quot;&gt;");
    expect(html).toContain("<br>");
    expect(html).toContain("https://tribune.example/themes/1?a=1&amp;b=2");
  });

  it("has colours for the dark, and can be shown in either", () => {
    expect(asHtml(letter)).toContain("@media(prefers-color-scheme:dark)");
    expect(asHtml(letter, "dark")).not.toContain("prefers-color-scheme:dark");
    expect(asHtml(letter, "light")).not.toContain("#eae9e6");
  });

  it("is the same as text, with each address behind what it opens", () => {
    expect(asText(letter)).toBe(`Camille Renaud te mentionne : Rapports & signatures.

Depuis vendredi

Camille Renaud a écrit
Te mentionne
> On le fait ?
> <img src="https://evil.example/x.png"> "vite"
https://tribune.example/themes/1?a=1&b=2

Ouvrir
https://tribune.example/

Cette semaine

Camille Renaud tient « À trier ».

-- 
Pourquoi ce mail.
Ne plus le recevoir
https://tribune.example/quiet?token=x
`);
  });

  it("leaves under its id, to be left with one click, and holds no line that somebody else wrote as a head", async () => {
    const text = (
      await parcelOf({
        letter: { ...letter, subject: "Rapports\r\nBcc: evil@evil.example" },
        from: "Tribune <tribune@soupape.example>",
        to: { name: 'Zoé "Z"\r\nBcc: evil@evil.example', email: "zoe@soupape.example" },
        messageId: "<1@soupape.example>",
        leave: "https://tribune.example/api/quiet?token=x",
        thing: "theme.1",
        at: new Date("2026-11-16T09:00:00Z"),
      })
    ).toString();
    const head = (text.split("\r\n\r\n")[0] ?? "").split(/\r\n(?!\s)/);
    expect(head.filter((line) => /^bcc:/i.test(line))).toEqual([]);
    expect(head).toContain("Message-ID: <1@soupape.example>");
    expect(head).toContain("References: <theme.1@soupape.example>");
    expect(head).toContain("List-Unsubscribe: <https://tribune.example/api/quiet?token=x>");
    expect(head).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  });
});

it("an address is read from how a sender is written", () => {
  expect(addressOf("Tribune <tribune@soupape.example>")).toBe("tribune@soupape.example");
  expect(addressOf("tribune@soupape.example")).toBe("tribune@soupape.example");
  expect(hostOf("Tribune <tribune@soupape.example>")).toBe("soupape.example");
});
