import { type MailPerson, mailPerson } from "#lib/insights/mail/people.ts";

const phone = String.raw`(?:iphone|ipad|smartphone|android|mobile|mobil|handy|samsung|huawei|xiaomi|pixel|galaxy|blackberry|téléphone|telefon|móvil|outlook|gmail|yahoo|proton|orange|free|sfr|t-online|web\.de|gmx)`;
const sentFrom = new RegExp(
  String.raw`^\W{0,3}(?:(?:sent|envoyé(?:e)?|gesendet|enviado|inviato|enviada)\s(?:from|à partir de|depuis|de|avec|with|mit|von|desde|da|do|via)\s.{0,30}${phone}.{0,60}|von meine[mr]\s.{0,30}\sgesendet|(?:get|obtenir|télécharger|téléchargez|holen sie sich|obtener|obtén)\soutlook\s.{0,60})$`,
  "iu",
);

/** What a mail server puts above a mail from outside. */
const banner =
  /^\W{0,4}(?:caution|warning|attention|achtung|external e-?mail|e-?mail externe|courriel externe)\b.{0,200}\b(?:outside|external|ext[ée]rieure?|externe?[rns]?)\b|^(?:vous n[’']obtenez pas souvent|you don[’']t often get|sie erhalten nicht (?:oft|häufig))\b/iu;

const footers = [
  /^\W{0,4}(?:ce|cet|le présent) (?:message|e-?mail|mail|courriel|courrier électronique)\b.{0,300}\b(?:confidentiel|destinataire|destiné)/isu,
  /^\W{0,4}this (?:message|e-?mail|communication|transmission)\b.{0,300}\b(?:confidential|intended|addressee|privileged)/isu,
  /^\W{0,4}(?:the )?information (?:contained )?in this (?:message|e-?mail)\b.{0,300}\b(?:confidential|intended|privileged)/isu,
  /^\W{0,4}diese (?:e-?mail|nachricht)\b.{0,300}\b(?:vertraulich|bestimmt|empfänger)/isu,
  /^\W{0,4}este (?:mensaje|correo|e-?mail)\b.{0,300}\b(?:confidencial|destinatari)/isu,
  /^\W{0,4}(?:avis de confidentialité|confidentiality (?:notice|warning)|disclaimer|haftungsausschluss|aviso (?:legal|de confidencialidad))\b/iu,
  /^\W{0,4}(?:pensez à l[’']environnement|avant d[’']imprimer|n[’']imprimez (?:ce|cet)|please consider the environment|bitte denken sie an die umwelt|antes de imprimir)\b/iu,
];

/** A message without what is no words of anybody: the signature, "Sent from my iPhone", the lawyers' lines. */
export function withoutEnding(message: readonly string[]): string[] {
  const from = message.findIndex((line) => line.trim() !== "" && !banner.test(line.slice(0, 400)));
  const lines = message.slice(Math.max(from, 0));
  const signature = signatureAt(lines);
  const words = signature === -1 ? lines : lines.slice(0, signature);
  const footer = words.findIndex((line, at) => at > 0 && isFooter(words, at, line));
  const kept = footer === -1 ? words : words.slice(0, footer);
  return kept.filter((line) => !sentFrom.test(line.slice(0, 200)));
}

/** It begins a paragraph, which mail programs may have cut into lines. */
function isFooter(lines: readonly string[], at: number, line: string): boolean {
  if (line.trim() === "" || (lines[at - 1] ?? "").trim().length > 40) return false;
  const paragraph = lines
    .slice(at, at + 8)
    .join("\n")
    .slice(0, 800);
  return footers.some((pattern) => pattern.test(paragraph));
}

/** Words that end as only mails do. */
export function hasEnding(lines: readonly string[]): boolean {
  return (
    signatureAt(lines) !== -1 ||
    lines.some(
      (line, at) => sentFrom.test(line.slice(0, 200)) || (at > 0 && isFooter(lines, at, line)),
    )
  );
}

/** Who signed, when the signature holds one address; the name is its first line. */
export function signatory(lines: readonly string[]): MailPerson | null {
  const at = signatureAt(lines);
  if (at === -1) return null;
  const signature = lines.slice(at + 1, at + 12).filter((line) => line.trim() !== "");
  const addresses = new Set(signature.flatMap((line) => mailPerson(line)?.email ?? []));
  const [email] = addresses;
  if (email === undefined || addresses.size > 1) return null;
  const first = signature[0] ?? "";
  return { name: /[\d@]/.test(first) ? null : (mailPerson(first)?.name ?? null), email };
}

function signatureAt(lines: readonly string[]): number {
  return lines.findIndex((line, at) => at > 0 && /^\s?--\s?$/.test(line));
}
