import { fold } from "#lib/fold.ts";

const emptyWords = new Set(
  [
    ...["null", "none", "n/a", "unknown", "undefined", "not set", "-", "--"],
    ...["non renseigné", "non renseignée", "aucun", "aucune", "inconnu", "non défini"],
    ...["ninguno", "ninguna", "desconocido", "sin asignar", "nenhum", "nenhuma", "desconhecido"],
    ...["brak", "nieznany", "keine", "keiner", "kein", "unbekannt", "nicht zugewiesen"],
  ].map(fold),
);
const longest = Math.max(...[...emptyWords].map((word) => word.length)) + 2;
// Few different words stand in many rows: each is looked at once.
const judged = new Map<string, boolean>();

/**
 * A word chosen from a list, or a name: trimmed, and null where it only says that there is none.
 * Not for free text, where "None" may be what somebody wrote.
 */
export function withoutEmptyWord(value: string): string | null {
  const word = value.trim();
  return word === "" || (word.length <= longest && isEmptyWord(word)) ? null : word;
}

function isEmptyWord(word: string): boolean {
  const known = judged.get(word);
  if (known !== undefined) return known;
  const empty = emptyWords.has(fold(word));
  if (judged.size < 5000) judged.set(word, empty);
  return empty;
}
