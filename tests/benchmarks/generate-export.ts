import { once } from "node:events";
import { createWriteStream } from "node:fs";

// A service desk's export as a benchmark needs it: French and English tickets of about 1 kB, several hundred
// customers, the columns a Jira export has. Deterministic, so that two runs measure the same.

const french =
  "le technicien planning tournée chaudière rapport facture devis client agence ascenseur contrat synchro réseau hors-ligne bouton carte astreinte signature photo accent intervention équipement horaire compteur portail locataire bailleur avoir après depuis toujours impossible perdu attendu chaque semaine dossier réponse exporter relance pièce".split(
    " ",
  );
const english =
  "the dispatcher engineer report invoice board route lift boiler certificate landlord tenant offline sync photo signature contract quote always never twice lost waiting week customer office schedule meter portal credit export reminder part answer please cannot since upgrade".split(
    " ",
  );
const header =
  "Issue key,Issue id,Issue Type,Summary,Status,Priority,Reporter,Reporter Id,Created,Updated,Resolved,Description,Organizations,Labels,Custom field (Request Type),Custom field (Product)";

/** Over how long the tickets were written, in ms: some two years, however many they are. */
const span = 6e10;

/**
 * Writes `rows` tickets. `changed` is a row whose text differs from what it is otherwise; `words` is how many each
 * half of a text has, with which a row is about 1 kB.
 */
export async function generateExport(
  path: string,
  rows: number,
  changed = -1,
  words = 60,
): Promise<void> {
  const out = createWriteStream(path);
  out.write(`${header}\n`);
  for (let row = 1; row <= rows; row += 1) {
    if (!out.write(`${line(row, (row / rows) * span, row === changed, words)}\n`))
      await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

function line(row: number, sinceFirst: number, changed: boolean, words: number): string {
  const next = random(row);
  const language = row % 3 === 0 ? english : french;
  const text = (count: number) =>
    Array.from({ length: count }, () => language[next(language.length)]).join(" ");
  const created = new Date(Date.UTC(2024, 0, 1) + sinceFirst);
  const updated = new Date(created.getTime() + 86_400_000);
  const body = `${text(words)},\n${text(words)} "${text(3)}"${changed ? " encore" : ""}`;
  return [
    `SUP-${row}`,
    100_000 + row,
    ["Service Request", "Incident", "Question"][next(3)] ?? "",
    text(8),
    ["Open", "Waiting for support", "Resolved"][next(3)] ?? "",
    ["Low", "Medium", "High"][next(3)] ?? "",
    `Personne ${next(3000)}`,
    `712020:${next(3000)}`,
    stamp(created),
    stamp(updated),
    row % 3 === 0 ? stamp(updated) : "",
    `"${body.replaceAll('"', '""')}"`,
    `Client ${next(600)}`,
    "support",
    "Get help",
    ["Planning", "Terrain", "Contrats"][next(3)] ?? "",
  ].join(",");
}

const stamp = (date: Date) => date.toISOString().slice(0, 19).replace("T", " ");

/** Whole numbers below a limit, the same for the same seed. */
function random(seed: number): (limit: number) => number {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
