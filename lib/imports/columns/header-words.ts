import { fold } from "#lib/fold.ts";
import type { ColumnMeaning } from "./meanings.ts";

type Worded = Exclude<ColumnMeaning, "keep" | "omit">;

// Words of headers in English, French, Spanish, Portuguese, Polish and German, of whatever desk, form or base.
// `whole` is the header itself; `part` is a word or two within it.
const words: Record<Worded | "identity", { whole: string[]; part: string[] }> = {
  summary: {
    whole: [
      ...["summary", "subject", "title", "short description", "headline", "issue", "idea", "topic"],
      ...["objet", "sujet", "titre", "intitulé", "résumé", "asunto", "título", "resumen"],
      ...["assunto", "resumo", "temat", "tytuł", "podsumowanie", "betreff", "titel"],
      ...["zusammenfassung", "kurzbeschreibung", "feature request", "request title"],
    ],
    part: ["subject", "betreff", "asunto", "assunto", "objet", "titre du", "title of"],
  },
  description: {
    whole: [
      ...["description", "details", "body", "message", "content", "text", "comment", "comments"],
      ...["feedback", "verbatim", "notes", "answer", "review", "first message", "question"],
      ...["commentaire", "commentaires", "détails", "contenu", "texte", "réponse", "remarque"],
      ...["descripción", "mensaje", "comentario", "comentarios", "contenido", "respuesta"],
      ...["descrição", "mensagem", "comentário", "comentários", "conteúdo", "resposta"],
      ...["opis", "treść", "wiadomość", "komentarz", "odpowiedź", "uwagi", "szczegóły"],
      ...["beschreibung", "nachricht", "kommentar", "inhalt", "antwort", "anmerkung", "problem"],
    ],
    part: [
      ...["description", "comment", "feedback", "message", "verbatim", "why did", "tell us"],
      ...["what could", "what would", "pourquoi", "commentaire", "qu'est-ce", "por qué", "por que"],
      ...["warum", "kommentar", "komentarz", "dlaczego", "beschreibung", "improve", "améliorer"],
    ],
  },
  created: {
    whole: [
      ...["created", "created at", "created time", "created on", "creation date", "date created"],
      ...["opened", "opened at", "submitted", "submitted at", "submission date", "submit date"],
      ...["timestamp", "date", "received", "received at", "response date", "started at", "sent at"],
      ...["start date", "reported on", "date submitted", "conversation started at", "first seen"],
      ...["créé", "créé le", "création", "date de création", "horodateur", "ouvert le", "reçu le"],
      ...["creado", "creada", "creado el", "fecha", "fecha de creación", "marca temporal"],
      ...["criado em", "criado", "data", "data de criação", "carimbo de data/hora"],
      ...["utworzono", "data utworzenia", "sygnatura czasowa", "erstellt", "erstellt am"],
      ...["erstellungsdatum", "zeitstempel", "datum", "eingegangen am", "geöffnet am"],
    ],
    part: ["created", "creation", "opened", "submitted", "création", "erstell", "creación"],
  },
  updated: {
    whole: [
      ...["updated", "updated at", "updated time", "updated on", "last update", "last updated"],
      ...["last modified", "last modified time", "last edited time", "modified", "sys updated on"],
      ...["last update time", "mis à jour le", "mise à jour", "dernière modification"],
      ...["dernière mise à jour", "modifié le", "actualizado", "última modificación"],
      ...["última actualización", "atualizado em", "última atualização", "modificado em"],
      ...["zaktualizowano", "ostatnia modyfikacja", "aktualisiert", "aktualisiert am"],
      ...["zuletzt geändert", "zuletzt bearbeitet", "geändert am"],
    ],
    part: ["updated", "modified", "edited", "mise à jour", "modification", "geändert", "aktualis"],
  },
  resolved: {
    whole: [
      ...["resolved", "resolved at", "resolved time", "closed", "closed at", "closed time"],
      ...["solved at", "completed at", "date closed", "résolu le", "clos le", "fermé le"],
      ...["date de résolution", "resuelto", "cerrado", "resolvido em", "fechado em", "rozwiązano"],
      ...["zamknięto", "gelöst am", "geschlossen am", "erledigt", "abgeschlossen am"],
    ],
    part: ["resolved", "closed at", "solved at", "résolution"],
  },
  organisations: {
    whole: [
      ...["company", "company name", "account", "account name", "organization", "organisation"],
      ...["organization name", "organizations", "customer", "customers", "client", "clients"],
      ...["workspace", "entreprise", "société", "compte", "nom du compte", "empresa", "cliente"],
      ...["cuenta", "organización", "conta", "organização", "firma", "klient", "organizacja"],
      ...["kunde", "unternehmen", "organisationen", "mandant", "customer name", "companies"],
    ],
    part: ["company", "account name", "organization", "entreprise", "société", "unternehmen"],
  },
  reporter: {
    whole: [
      ...["requester", "requester name", "reporter", "caller", "caller id", "contact", "author"],
      ...["contact name", "full name", "user", "user name", "from"],
      ...["affected user", "submitted by", "respondent", "your name", "reported by", "sender"],
      ...["demandeur", "rapporteur", "auteur", "nom complet", "utilisateur"],
      ...["solicitante", "informador", "autor", "usuario", "contacto"],
      ...["usuário", "contato", "zgłaszający", "autor zgłoszenia"],
      ...["melder", "antragsteller", "ansprechpartner", "benutzer"],
    ],
    part: ["requester", "demandeur", "solicitante", "antragsteller"],
  },
  reporterId: {
    whole: [
      ...["email", "e-mail", "email address", "requester email", "contact email", "user email"],
      ...["requester id", "user id", "contact id", "reporter id", "adresse e-mail", "courriel"],
      ...["correo", "correo electrónico", "dirección de correo electrónico", "endereço de e-mail"],
      ...["adres e-mail", "e-mail-adresse", "mail", "customer email"],
    ],
    part: ["email", "e-mail", "courriel", "correo"],
  },
  status: {
    whole: [
      ...["status", "state", "stage", "ticket status", "statut", "état", "étape", "estado"],
      ...["situação", "stan", "zustand", "incident state", "problem state", "task state"],
      ...["ticket state", "case state", "request state", "issue state", "workflow state"],
    ],
    part: ["status", "statut"],
  },
  severity: {
    whole: [
      ...["severity", "priority", "urgency", "impact", "sévérité", "gravité", "priorité"],
      ...["urgence", "gravedad", "prioridad", "urgencia", "gravidade", "prioridade", "urgência"],
      ...["priorytet", "pilność", "priorität", "dringlichkeit", "schweregrad"],
    ],
    part: [],
  },
  issueType: {
    whole: [
      ...[
        "type",
        "issue type",
        "ticket type",
        "type ticket",
        "category",
        "kind",
        "catégorie",
        "type de ticket",
      ],
      ...["tipo", "categoría", "categoria", "typ", "kategoria", "kategorie", "art"],
    ],
    part: [],
  },
  requestType: {
    whole: ["request type", "contact reason", "reason", "motif", "motivo", "powód", "grund"],
    part: [],
  },
  labels: {
    whole: [
      ...["labels", "tags", "tag", "topics", "keywords", "étiquettes", "mots-clés", "etiquetas"],
      ...["rótulos", "etykiety", "tagi", "schlagwörter", "stichwörter"],
    ],
    part: [],
  },
  identity: {
    whole: [
      ...["id", "ticket id", "issue id", "number", "ticket number", "case number", "case id", "#"],
      ...["reference", "ref", "conversation id", "response id", "respondent id", "record id"],
      ...[
        "submission id",
        "sys id",
        "uuid",
        "guid",
        "page id",
        "key",
        "request id",
        "incident number",
      ],
      ...["token", "external id", "identifiant", "numéro", "n°", "référence", "no", "nr"],
      ...["identificador", "número", "referencia", "referência", "numer", "identyfikator"],
      ...["nummer", "ticketnummer", "vorgangsnummer", "kennung", "referenz", "unique id"],
    ],
    part: [],
  },
};

const wholes = new Map<string, keyof typeof words>();
const parts: [string, keyof typeof words][] = [];
for (const [meaning, { whole, part }] of Object.entries(words)) {
  if (!isKnown(meaning)) continue;
  for (const word of whole)
    if (!wholes.has(plainHeader(word))) wholes.set(plainHeader(word), meaning);
  for (const word of part) parts.push([plainHeader(word), meaning]);
}

function isKnown(meaning: string): meaning is keyof typeof words {
  return Object.hasOwn(words, meaning);
}

const others: Partial<Record<keyof typeof words, RegExp>> = {
  // When something is to happen or ended is not when it was said.
  created:
    /\b(due|deadline|sla|remind\w*|target|expir\w*|end|closed?|closing|resol\w*|solved|completed|next|follow ?up|planned|scheduled|renewal|birth\w*|first (response|reply)|last)\b|echeance|rappel|relance|cloture|limite|prevu|naissance|fallig|frist|\btermin\b|vencimiento|vencimento|termin realizacji/,
  // What a firm is, where it lies or how a desk numbers it is not its name.
  organisations:
    /\b(ids?|uuid|guid|code|key|number|url|domain|website|size|type|industry|plan|country|city|revenue|segment|since|phone|e ?mail|taille|pays|secteur|ville|effectif|siret|siren|numero|nummer|branche|land)\b/,
  // Who typed it, works on it or is told of it did not ask.
  reporter: notAsking(),
  reporterId: notAsking(),
};

function notAsking(): RegExp {
  return /\b(agents?|assign\w*|owners?|creator|created|opened|updated|modified|edited|closed|resolved|solved|by sys|sys|technician|handler|manager|approver|moderator|support|team|group|recipient|watchers?|followers?|cc|bcc|to|notif\w*|responsables?|assigne\w*|attribue\w*|cree|modifie|proprietaire|createur|gestionnaire|technicien|destinataire|copie|equipe|observateurs?|asignado|creado|criado|responsavel|bearbeiter|zustandig\w*|erstellt|geandert|przypisan\w*|utworzone)\b/;
}

/** What a header says by itself, and whether it says just that or holds a word of it among others. */
export function headerWord(
  header: string,
): { meaning: keyof typeof words; isWhole: boolean } | null {
  const name = plainHeader(header);
  const whole = wholes.get(name);
  if (whole) return { meaning: whole, isWhole: true };
  const part = parts.find(
    ([word, meaning]) => ` ${name} `.includes(` ${word}`) && !others[meaning]?.test(name),
  );
  return part ? { meaning: part[1], isWhole: false } : null;
}

/** Whether a header that we have no word for may be the day something was said. */
export function mayBeCreation(header: string): boolean {
  return headerWord(header) === null && !others.created?.test(plainHeader(header));
}

/** "requester_name", "requesterName" and "Requester name:" are one. */
export function plainHeader(header: string): string {
  return fold(header.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2"))
    .replace(/[_.:?*]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
