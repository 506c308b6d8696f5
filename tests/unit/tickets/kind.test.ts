import { expect, test } from "vitest";
import { kindOf } from "#lib/tickets/kind.ts";

test.each([
  ["Bug", null, "", "bug"],
  ["Anomalie", null, "", "bug"],
  ["Error", null, "", "bug"],
  ["Błąd w programie", null, "", "bug"],
  ["Defeito", null, "", "bug"],
  ["Incident", null, "", "problem"],
  ["Incidencia", null, "", "problem"],
  ["Incydent", null, "", "problem"],
  ["Network Problem", null, "", "problem"],
  ["Service Request", null, "How do I get a licence?", "request"],
  ["Requêtes", null, "", "request"],
  ["Story", null, "Export to Excel", "request"],
  ["Historia", null, "", "request"],
  ["Improvement", null, "", "request"],
  ["Question", null, "", "question"],
  ["Assistance", null, "", "question"],
  ["Pregunta", null, "", "question"],
  ["Service Request", "Report a bug", "", "bug"],
  ["Support", "Poser une question", "", "question"],
  ["Service Request", "Send us a compliment", "", "praise"],
  ["Task", null, "Comment exporter une facture ?", "question"],
  ["Tâche", null, "Merci pour la nouvelle recherche", "praise"],
  [null, null, null, "request"],
])(
  "issue type %s, request type %s and title %j make a %s",
  (issueType, requestType, title, kind) => {
    expect(kindOf({ issueType, requestType, title: title })).toBe(kind);
  },
);
