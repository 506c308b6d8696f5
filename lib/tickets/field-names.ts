import { fold } from "#lib/fold.ts";
import type { TicketField } from "#lib/tickets/ticket.ts";

// What desks call their fields, as column or as field: the words are Jira's in six languages, and what people make of them.

// "Issue" is called differently from one version and language to the next: Jira itself says work
// item since 2025, and French Jira said demande before it said ticket.
const nounsOf = {
  en: ["issue", "work item", "ticket"],
  fr: ["de ticket", "du ticket", "de la demande", "de demande", "de l'élément"],
  es: ["de incidencia", "de la incidencia", "de actividad", "de la actividad", "del ticket"],
  pt: ["da item", "do item", "de item", "do ticket", "da pendência", "do problema"],
  pl: ["zgłoszenia", "zadania", "elementu roboczego", "elementu pracy"],
};

function withNouns(word: string, language: keyof typeof nounsOf): string[] {
  return nounsOf[language].map((noun) =>
    language === "en" ? `${noun} ${word}` : `${word} ${noun}`,
  );
}

const names: Record<TicketField, string[]> = {
  key: [
    ...withNouns("key", "en"),
    ...withNouns("clé", "fr"),
    ...withNouns("clave", "es"),
    ...withNouns("chave", "pt"),
    ...withNouns("klucz", "pl"),
    ...["key", "clé", "clave", "chave", "klucz"],
    "vorgangsschlüssel",
    "vorgang-schlüssel",
    "schlüssel",
  ],
  id: [
    ...withNouns("id", "en"),
    ...withNouns("id", "fr"),
    ...withNouns("id", "es"),
    ...withNouns("id", "pt"),
    ...withNouns("id", "pl"),
    ...withNouns("id.", "pl"),
    ...withNouns("identifiant", "fr"),
    "vorgangs-id",
    "vorgang-id",
  ],
  summary: [
    "summary",
    "title",
    "résumé",
    "titre",
    "resumen",
    "resumo",
    "podsumowanie",
    "zusammenfassung",
  ],
  description: ["description", "descripción", "descrição", "opis", "beschreibung"],
  issueType: [
    ...withNouns("type", "en"),
    ...withNouns("type", "fr"),
    ...withNouns("tipo", "es"),
    ...withNouns("tipo", "pt"),
    ...withNouns("typ", "pl"),
    ...["work type", "type", "tipo", "typ"],
    "vorgangstyp",
    "vorgangsart",
  ],
  requestType: [
    ...["request type", "customer request type", "type de requête", "type de demande client"],
    ...["tipo de solicitud", "tipo de petición", "tipo de solicitação", "tipo de pedido"],
    ...["typ żądania", "typ prośby", "typ wniosku", "rodzaj żądania"],
    "anfragetyp",
    "kundenanfragetyp",
  ],
  status: ["status", "état", "statut", "estado", "stan"],
  statusCategory: [
    ...["status category", "catégorie d'état", "catégorie de statut", "categoría de estado"],
    ...["categoria do status", "categoria de status", "kategoria statusu", "kategoria stanu"],
    "statuskategorie",
  ],
  priority: ["priority", "priorité", "prioridad", "prioridade", "priorytet", "priorität"],
  severity: [
    ...["severity", "sévérité", "gravité", "gravedad", "severidad", "gravidade", "severidade"],
    "dotkliwość",
    "schweregrad",
  ],
  reporter: [
    ...["reporter", "rapporteur", "demandeur", "auteur", "informador", "relator", "requester"],
    ...["osoba zgłaszająca", "zgłaszający"],
    "autor",
    "berichterstatter",
    "melder",
  ],
  reporterId: [
    ...["reporter id", "id de rapporteur", "id du rapporteur", "id del informador"],
    ...["id do relator", "id osoby zgłaszającej", "id zgłaszającego"],
    "autor-id",
    "id des autors",
  ],
  created: [
    ...["created", "création", "créé", "créée", "date de création", "creada", "creado"],
    ...["fecha de creación", "criado", "criado(a)", "criada", "data de criação", "utworzono"],
    ...["data utworzenia", "utworzone"],
    "erstellt",
    "erstellt am",
  ],
  updated: [
    ...["updated", "mise à jour", "mis à jour", "date de mise à jour", "actualizada"],
    ...["actualizado", "fecha de actualización", "atualizado(a)", "atualizado", "atualizada"],
    ...["zaktualizowano", "zaktualizowane", "data aktualizacji"],
    "aktualisiert",
    "aktualisiert am",
  ],
  resolved: [
    ...["resolved", "résolu", "résolue", "date de résolution", "resuelta", "resuelto"],
    ...["resolvido", "resolvido(a)", "resolvida", "rozwiązane", "rozwiązano"],
    "erledigt",
    "gelöst",
  ],
  labels: ["labels", "étiquettes", "etiquetas", "categorias", "rótulos", "etykiety", "stichwörter"],
  organisations: [
    ...["organizations", "organization", "organisations", "organisation", "organizaciones"],
    ...["organización", "organizações", "organização", "organizacje", "organizacja"],
    "organisationen",
  ],
  customers: [
    ...["entreprise", "entreprises", "société", "client", "clients", "client(s)", "company"],
    ...["customer", "customers", "customer(s)", "empresa", "empresas", "cliente", "clientes"],
    ...["cliente(s)", "firma", "klient", "klienci"],
    "kunde",
    "kunden",
    "unternehmen",
  ],
  projectKey: [
    ...["project key", "clé de projet", "clé du projet", "clave del proyecto"],
    ...["clave de proyecto", "chave do projeto", "klucz projektu"],
    "projektschlüssel",
  ],
  projectType: [
    ...["project type", "type de projet", "type du projet", "tipo de proyecto"],
    ...["tipo del proyecto", "tipo de projeto", "tipo do projeto", "typ projektu"],
    "projekttyp",
  ],
};

/** Each value has a column of its own under the same name: together they are one list. */
const listNames = [
  ...["labels", "étiquettes", "etiquetas", "rótulos", "etykiety", "stichwörter"],
  ...["kommentar", "kommentare", "anhang", "anhänge", "beobachter", "arbeitsprotokoll"],
  ...["komponenten", "komponente/n", "lösungsversion(en)", "organisationen"],
  ...["comment", "comments", "commentaire", "commentaires", "comentario", "comentarios"],
  ...["comentário", "comentários", "komentarz", "komentarze"],
  ...["attachment", "attachments", "pièce jointe", "pièces jointes", "adjunto", "adjuntos"],
  ...["archivo adjunto", "anexo", "anexos", "załącznik", "załączniki"],
  ...["watchers", "observateurs", "interesados", "observadores", "seguidores", "obserwujący"],
  ...["watchers id", "id des observateurs", "id de los interesados", "id de los observadores"],
  ...["id dos seguidores", "id dos observadores", "id obserwujących"],
  ...["log work", "journal de travail", "registro de trabajo", "trabajo registrado"],
  ...["registro de trabalho", "registrar trabalho", "rejestr pracy", "dziennik pracy"],
  ...["sprint", "components", "component/s", "composants", "componentes", "componente/s"],
  ...["komponenty", "komponent/y", "fix versions", "fix version/s", "versions corrigées"],
  ...["version(s) corrigée(s)", "versiones de corrección", "versión/es de corrección"],
  ...["versões corrigidas", "wersje naprawione", "wersje poprawki"],
  ...["affects versions", "affects version/s", "versions affectées", "versiones afectadas"],
  ...["versões afetadas", "wersje, których dotyczy", "request participants"],
  ...["participants à la demande", "participantes de la solicitud", "organizations"],
  ...["participantes da solicitação", "client(s)", "customer(s)", "cliente(s)"],
];

const commentNames = [
  ...["comment", "comments", "commentaire", "commentaires", "comentario", "comentarios"],
  ...["comentário", "comentários", "komentarz", "komentarze", "kommentar", "kommentare"],
].map(fold);

/** Whether Jira writes a comment into each cell of such columns. */
export function isCommentHeader(header: string): boolean {
  return commentNames.includes(fold(header));
}

const linkName =
  /^(inward|outward) (issue|work item) link|^lien (du|de) ticket (entrant|sortant)|^enlace de (la )?(incidencia|actividad)|^(link|vinculo) d[aeo] item|^(zewnetrzne|wewnetrzne) lacze|^wejsciowe|^wyjsciowe/;

const wrapper =
  /^(?:custom field|champs? personnalises?|campos? personalizados?|pol[ea] niestandardowe|benutzerdefinierte[s]? feld(?:er)?) ?\((.*)\)$/;

/** A custom field may bear any name: one called "Status" is not the status. These are what we look for. */
const wrappedFields: readonly TicketField[] = [
  "requestType",
  "severity",
  "organisations",
  "customers",
];

const fieldByName = new Map<string, TicketField>();
for (const field of Object.keys(names).filter(isField)) {
  for (const name of names[field]) {
    if (!fieldByName.has(fold(name))) fieldByName.set(fold(name), field);
  }
}
const lists = new Set(listNames.map(fold));

function isField(name: string): name is TicketField {
  return Object.hasOwn(names, name);
}

/** The field a header names, or null. "Type de demande" as a custom field is Jira's request type. */
export function fieldOf(header: string): TicketField | null {
  const name = fold(header);
  const inner = wrapper.exec(name)?.[1];
  if (inner === undefined) return fieldByName.get(name) ?? null;
  if (inner === "type de demande") return "requestType";
  const field = fieldByName.get(inner);
  return field !== undefined && wrappedFields.includes(field) ? field : null;
}

/** Whether columns of this name are the values of one list, rather than different fields. */
export function isListHeader(header: string): boolean {
  const name = fold(header);
  return lists.has(wrapper.exec(name)?.[1] ?? name) || linkName.test(name);
}

/** Whether the column says nothing about the ticket: a rank, or approvals printed as Java objects. */
export function isNoiseHeader(header: string): boolean {
  const name = fold(header);
  return /^(rank|rang|ranking|approvals|approbations|aprobaciones|aprovacoes|zatwierdzenia)$/.test(
    wrapper.exec(name)?.[1] ?? "",
  );
}

/** Whether the column changes with who exports, so that it alone makes no ticket a changed one. */
export function isViewerHeader(header: string): boolean {
  return /^(last viewed|dernier affichage|vista por ultima vez|ultima visualizacao|ostatnio wyswietlane)$/.test(
    fold(header),
  );
}
