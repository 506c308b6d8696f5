import { fold } from "#lib/fold.ts";
import type { InsightKind } from "#lib/insights/kinds.ts";

type Words = { issueType: string | null; requestType: string | null; title: string | null };

// What desks call their types in English, French, Spanish, Portuguese and Polish, without accents.
// The first that matches decides: "Bug report about a question" is a bug.
const byType: [InsightKind, RegExp][] = [
  ["praise", /praise|compliment|testimonial|remerci|felicitation|elogio|agradec|pochwal/],
  [
    "bug",
    /\bbugs?\b|defect|anomal|erreur|\berror(es)?\b|\berros?\b|\bblad|\bbledy|defeito|falha|fallo|usterk|regression|dysfonctionn/,
  ],
  [
    "problem",
    /incident|incidenc|incydent|problem|outage|panne|issue\b|awari|interrupcion|interrupcao|reclam|complaint/,
  ],
  [
    "question",
    /question|pregunta|pergunta|pytani|duvida|\bduda|how[ -]to|assistance|\bhelp\b|\baide\b|ayuda|ajuda|pomoc|consulta|information|renseignement/,
  ],
  ["request", /./],
];

const thanks =
  /^(thanks?|thank you|merci|bravo|felicitations|congrat|kudos|gracias|obrigad|dziekuj|great work|love)\b/;
const asks =
  /\?\s*$|^(how|what|where|when|why|can i|is it possible|comment|pourquoi|peut-on|est-il possible|est-ce que|como|donde|por que|jak|gdzie|dlaczego)\b/;

/**
 * A proposal of what a ticket is, from the words its desk has for it, else from its title; people
 * change it when they triage. A type that says nothing in particular (task, story, service request)
 * is a request.
 */
export function kindOf({ issueType, requestType, title }: Words): InsightKind {
  const heading = fold(title ?? "");
  for (const type of [requestType, issueType]) {
    if (type === null || type.trim() === "") continue;
    const words = fold(type);
    const kind = byType.find(([, pattern]) => pattern.test(words))?.[0] ?? "request";
    if (kind !== "request") return kind;
    if (/request|requete|demande|solicit|peticion|pedido|zadan|prosb/.test(words)) return kind;
  }
  if (thanks.test(heading)) return "praise";
  return asks.test(heading) ? "question" : "request";
}
