import { expect, test } from "vitest";
import { domainIn } from "#lib/customers/address.ts";

test.each([
  ["ventadour.example", "ventadour.example"],
  [" Ventadour.Example ", "ventadour.example"],
  ["www.ventadour.example", "ventadour.example"],
  ["https://www.ventadour.example/fr?x=1", "ventadour.example"],
  ["http://ventadour.example:8080", "ventadour.example"],
  ["maud@ventadour.example", "ventadour.example"],
  ["", ""],
])("a CRM's %j is the domain %j", (written, domain) => {
  expect(domainIn(written)).toBe(domain);
});
