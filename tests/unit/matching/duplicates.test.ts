import { expect, test } from "vitest";
import { duplicateIndex } from "#lib/matching/duplicates/index-of-texts.ts";
import { kindOf } from "#lib/matching/duplicates/likeness.ts";
import type { Report } from "#lib/matching/report.ts";

const day = 24 * 60 * 60 * 1000;

const reports: Report[] = [
  report("payroll", "Export of the payroll to PDF fails", "The PDF of the payroll stays empty."),
  report(
    "payroll-again",
    "Payroll PDF export is empty",
    "Exporting the payroll as PDF gives nothing.",
  ),
  report("login", "Sign-in page loops", "After the password the sign-in page comes back."),
  report("fr", "Impossible d'exporter le budget", "L'export du budget en Excel ne répond pas."),
  report("invoice", "Invoice total is wrong", "The total of an invoice forgets the discount."),
];

function report(id: string, title: string, body: string, days = 0): Report {
  return { id, title, body, saidAt: days * day };
}

function indexOf(all: readonly Report[]) {
  const index = duplicateIndex();
  for (const one of all) index.put(one);
  index.trainTopics();
  return index;
}

test("The one that says the same comes first, with the words they share", () => {
  const [first] = indexOf(reports).likeliest("payroll", 3);
  expect(first?.id).toBe("payroll-again");
  expect(kindOf(first?.score ?? 0)).toBe("same");
  expect(first?.words.map(({ word }) => word.toLowerCase())).toContain("payroll");
});

test("Of two that say the same, the one written nearer in time comes first", () => {
  const far = report("far", "Payroll PDF export is empty", "Nothing in it.", 400);
  const near = report("near", "Payroll PDF export is empty", "Nothing in it.", 2);
  const asked = report("asked", "Payroll PDF export is empty", "Nothing at all.", 1);
  const found = indexOf([...reports, far, near, asked]).likeliest("asked", 2);
  expect(found[0]?.id).toBe("near");
  expect(found[0]?.daysApart).toBe(1);
});

test("What is unlike is not called a duplicate", () => {
  const found = indexOf(reports).likeliest("login", 5);
  expect(found.map(({ score }) => kindOf(score)).filter((kind) => kind !== null)).toEqual([]);
});

test("What was taken away is not proposed, and what was said to be another is left out", () => {
  const index = indexOf(reports);
  expect(
    index.likeliest("payroll", 5, (id) => id !== "payroll-again").map(({ id }) => id),
  ).not.toContain("payroll-again");
  index.remove("payroll-again");
  expect(index.likeliest("payroll", 5).map(({ id }) => id)).not.toContain("payroll-again");
  expect(index.size()).toBe(reports.length - 1);
});

test("A text that was changed is looked at as it is now", () => {
  const index = indexOf(reports);
  index.put(report("payroll-again", "Sign-in page loops", "After the password it comes back."));
  expect(index.likeliest("login", 1)[0]?.id).toBe("payroll-again");
});

test("What comes in later is found without learning anew", () => {
  const index = indexOf(reports);
  index.put(
    report("late", "Invoice total wrong", "The discount is missing in the total of the invoice."),
  );
  expect(index.likeliest("late", 1)[0]?.id).toBe("invoice");
});

test("The same reports get the same answer", () => {
  expect(indexOf(reports).likeliest("payroll", 5)).toEqual(
    indexOf(reports).likeliest("payroll", 5),
  );
});

test("A report without words, and one that is not there, have no likely duplicate", () => {
  const index = indexOf([...reports, report("empty", "…", "")]);
  expect(index.likeliest("empty", 3)).toEqual([]);
  expect(index.likeliest("unknown", 3)).toEqual([]);
});
