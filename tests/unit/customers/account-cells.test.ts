import { expect, test } from "vitest";
import { parseMoney, readUnit } from "#lib/customers/money.ts";
import { accountColumnOf } from "#lib/imports/accounts/account-headers.ts";
import { stateOf } from "#lib/imports/accounts/account-words.ts";

test.each([
  ["12 500,50 €", 1_250_050n],
  ["12\u202f500,50\u00a0€", 1_250_050n],
  ["1.2M", 120_000_000n],
  ["1,2 M€", 120_000_000n],
  ["€1.2m", 120_000_000n],
  ["12.500,50", 1_250_050n],
  ["12,500.50", 1_250_050n],
  ["12'500.50 EUR", 1_250_050n],
  ["1.200", 120_000n],
  ["1,200", 120_000n],
  ["1.200.000", 120_000_000n],
  ["12,00,000", 120_000_000n],
  ["0.125", 13n],
  ["85 k€", 8_500_000n],
  ["85 kEUR / an", 8_500_000n],
  ["EUR 3k", 300_000n],
  ["2 Mio. €", 200_000_000n],
  ["0", 0n],
  ["1200.5", 120_050n],
])("%s is so many cents of the euro", (text, cents) => {
  expect(parseMoney(text, "EUR")).toEqual({ cents });
});

test("an amount in the company's dollars is read, one in another currency is refused by name", () => {
  expect(parseMoney("$1,200", "USD")).toEqual({ cents: 120_000n });
  expect(parseMoney("US$ 1,200.50", "USD")).toEqual({ cents: 120_050n });
  expect(parseMoney("$1,200", "EUR")).toEqual({ refused: "money-currency", currency: "USD" });
  expect(parseMoney("1200 CHF", "EUR")).toEqual({ refused: "money-currency", currency: "CHF" });
  expect(parseMoney("£3k", "EUR")).toEqual({ refused: "money-currency", currency: "GBP" });
  expect(parseMoney("1 200 zł", "EUR")).toEqual({ refused: "money-currency", currency: "PLN" });
  expect(parseMoney("C$ 1200", "USD")).toEqual({ refused: "money-currency", currency: "CAD" });
});

test.each([
  "1,250k",
  "1.250 M€",
  "12.34.56",
  "-500",
  "(500)",
  "about 12",
  "12-15k",
  "1.2.3,4",
  "12 / 500",
])("%s is no one amount", (text) => {
  expect(parseMoney(text, "EUR")).toEqual({ refused: "money-unclear" });
});

test("an empty cell is no amount", () => {
  expect(parseMoney("  ", "EUR")).toEqual({ cents: null });
});

test("a header says its unit and its currency", () => {
  expect(accountColumnOf("ARR (k€)")).toEqual({
    field: "revenue",
    unit: { currency: "EUR", unit: 1000n },
  });
  expect(accountColumnOf("Chiffre d’affaires annuel [USD]")).toEqual({
    field: "revenue",
    unit: { currency: "USD", unit: 1n },
  });
  expect(accountColumnOf("CA en k€")?.unit).toEqual({ currency: "EUR", unit: 1000n });
  expect(accountColumnOf("Annual_Revenue")?.field).toBe("revenue");
  expect(accountColumnOf("Opiekun klienta")?.field).toBe("accountManager");
  expect(accountColumnOf("Notes")).toBeNull();
  expect(parseMoney("12,5", "EUR", { currency: "EUR", unit: 1000n })).toEqual({
    cents: 1_250_000n,
  });
  expect(parseMoney("12", "EUR", { currency: "USD", unit: 1n })).toEqual({
    refused: "money-currency",
    currency: "USD",
  });
  expect(readUnit("per year")).toEqual({ currency: null, unit: 1n });
});

test.each([
  ["Actif", "customer"],
  ["Active", "customer"],
  ["Inactif", "lost"],
  ["Ancien client", "lost"],
  ["Churned", "lost"],
  ["Opportunité", "prospect"],
  ["Interessent", "prospect"],
  ["On hold", null],
])("%s is a state of a customer or none", (word, state) => {
  expect(stateOf(word)).toBe(state);
});
