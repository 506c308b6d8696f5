import { describe, expect, test } from "vitest";
import { documentOf, indexOfAnswers } from "#lib/catalogue/ask/index-of-answers.ts";

const index = indexOfAnswers(
  [
    { id: "tva", names: ["Deux taux de TVA sur un même devis", "TVA mixte"], texts: [] },
    { id: "offline", names: ["Travailler hors-ligne", "hors-ligne", "sous-sol"], texts: [] },
    {
      id: "sso",
      names: ["SSO pour les locataires"],
      texts: ["Les locataires entrent par un lien."],
    },
    { id: "sage", names: ["Connecteur Sage"], texts: ["Factures et avoirs."] },
  ].map(documentOf),
);
const sureOf = (question: string) => {
  const { found, isSure } = index.ask(question);
  return isSure ? found[0]?.id : null;
};

describe("do we have it?", () => {
  test.each([
    ["TVA mixte ?", "tva"],
    ["tva mixtes", "tva"],
    ["est-ce qu'on a la TVA mixte", "tva"],
    ["offline", "offline"],
    ["hors ligne", "offline"],
    ["can tenants have SSO?", "sso"],
    ["Sage connector", "sage"],
  ])("%s", (question, id) => expect(sureOf(question)).toBe(id));

  test.each([
    "",
    "?",
    "est-ce que vous avez",
    "notes de frais",
    "connecteur SAP",
    "lien de paiement",
  ])("is not answered where nothing says it: %s", (question) =>
    expect(sureOf(question)).toBeNull(),
  );
});
