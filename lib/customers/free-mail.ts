/** Where everybody may have an address: it says nothing about whom somebody works for. */
const freeMail = new Set([
  ...["gmail.com", "googlemail.com", "outlook.com", "outlook.fr", "outlook.de", "outlook.es"],
  ...["hotmail.com", "hotmail.fr", "hotmail.co.uk", "hotmail.it", "hotmail.es", "hotmail.de"],
  ...["live.com", "live.fr", "live.co.uk", "live.nl", "msn.com", "passport.com", "windowslive.com"],
  ...["yahoo.com", "yahoo.fr", "yahoo.co.uk", "yahoo.de", "yahoo.es", "yahoo.it", "ymail.com"],
  ...["yahoo.com.br", "yahoo.co.jp", "yahoo.co.in", "rocketmail.com", "aol.com", "aol.fr"],
  ...["icloud.com", "me.com", "mac.com", "proton.me", "protonmail.com", "pm.me", "tutanota.com"],
  ...["orange.fr", "wanadoo.fr", "free.fr", "sfr.fr", "laposte.net", "bbox.fr", "neuf.fr"],
  ...[
    "numericable.fr",
    "club-internet.fr",
    "aliceadsl.fr",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "gmx.fr",
  ],
  ...[
    "web.de",
    "t-online.de",
    "freenet.de",
    "posteo.de",
    "mailbox.org",
    "bluewin.ch",
    "hispeed.ch",
  ],
  ...[
    "skynet.be",
    "telenet.be",
    "proximus.be",
    "libero.it",
    "virgilio.it",
    "tiscali.it",
    "alice.it",
  ],
  ...[
    "terra.es",
    "telefonica.net",
    "sapo.pt",
    "uol.com.br",
    "bol.com.br",
    "terra.com.br",
    "ig.com.br",
  ],
  ...["btinternet.com", "sky.com", "talktalk.net", "virginmedia.com", "comcast.net", "verizon.net"],
  ...["att.net", "sbcglobal.net", "cox.net", "wp.pl", "o2.pl", "onet.pl", "interia.pl", "op.pl"],
  ...["mail.com", "email.com", "zoho.com", "yandex.com", "yandex.ru", "mail.ru", "fastmail.com"],
  ...["hey.com", "qq.com", "163.com", "126.com", "naver.com"],
]);

export function isFreeMail(domain: string): boolean {
  return freeMail.has(domain.trim().toLowerCase());
}

/** All of them, for a query. */
export const freeMailDomains: readonly string[] = [...freeMail];
