import { expect, test } from "vitest";
import {
  customerLink,
  customerLinkAddress,
  signInForCustomer,
} from "#lib/customers/customer-link.ts";

const id = "01a22e23-2f9f-7924-b987-2aad2b114999";

test.each([
  [{ domain: "ventadour.example" }, "/customers?domain=ventadour.example"],
  [{ account: "001 A&B" }, "/customers?account=001+A%26B"],
  [{ id }, `/customers/${id}`],
  [{ id: "https://evil.example" }, "/customers"],
  [{ to: "//evil.example", domain: ["a", "b"] }, "/customers"],
])("a link with %j leads to %s, by the sign-in too", (given, address) => {
  const link = customerLink.parse(given);
  expect(customerLinkAddress(link)).toBe(address);
  const asked = new URL(signInForCustomer(link), "http://tribune.example").searchParams;
  expect(asked.get("to")).toBe("customer");
  expect(customerLinkAddress(customerLink.parse(Object.fromEntries(asked)))).toBe(address);
});
