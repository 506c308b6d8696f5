import { expect, test } from "vitest";
import { customerFinder } from "#lib/proposals/advice/customers.ts";
import { knownInsight } from "./known-insight.ts";

const find = customerFinder([
  { id: "ventadour", name: "Groupe Ventadour Énergies", domains: ["ventadour.example"] },
  { id: "ventadour-nord", name: "Groupe Ventadour", domains: [] },
  { id: "orange", name: "Orange", domains: [] },
  { id: "mail", name: "Petite maison", domains: ["gmail.com"] },
]);

test.each([
  ["who asked is of them", { employers: ["ventadour"] }, "ventadour", "person"],
  ["who asked writes from there", { domains: ["ventadour.example"] }, "ventadour", "domain"],
  [
    "it names them, without accents too",
    { body: "Vu chez groupe ventadour energies hier" },
    "ventadour",
    "name",
  ],
  [
    "a shorter name where only that stands",
    { body: "Vu chez Groupe Ventadour" },
    "ventadour-nord",
    "name",
  ],
  ["a name of one word as it is written", { body: "Pour Orange c'est bloquant" }, "orange", "name"],
])("Somebody's insight is proposed to be theirs because %s", (_, fields, id, reason) => {
  expect(find(knownInsight(fields))).toMatchObject({ id, reason });
});

test.each([
  ["an everyday word is no name", { body: "Le voyant orange clignote" }],
  ["many people have that address", { domains: ["gmail.com"] }],
  ["they are not there any more", { employers: ["gone"] }],
])("Nobody is proposed where %s", (_, fields) => {
  expect(find(knownInsight(fields))).toBeNull();
});
