import { expect, test } from "vitest";
import { planColumns } from "#lib/imports/columns/columns.ts";
import { findKeyColumn } from "#lib/imports/columns/find-key-column.ts";
import { fieldOf } from "#lib/tickets/field-names.ts";

test.each([
  ["key", ["Issue key", "Work item key", "Clé de ticket", "Clé", "Clave de incidencia"]],
  ["key", ["Chave da item", "Klucz zgłoszenia"]],
  ["id", ["Issue id", "Work item Id", "ID de ticket", "ID de la incidencia", "ID da item"]],
  ["id", ["Id. zgłoszenia"]],
  ["summary", ["Summary", "Résumé", "Resumen", "Resumo", "Podsumowanie", "RÉSUMÉ "]],
  ["description", ["Description", "Descripción", "Descrição", "Opis"]],
  ["issueType", ["Issue Type", "Work type", "Type de ticket", "Tipo de Incidencia"]],
  ["issueType", ["Tipo de item", "Typ zgłoszenia", "Type de demande"]],
  ["requestType", ["Custom field (Request Type)", "Campo personalizado (Tipo de solicitud)"]],
  ["requestType", ["Champs personnalisés (Type de demande)", "Pole niestandardowe (Request Type)"]],
  ["status", ["Status", "État", "Etat", "E\u0301tat", "Estado", "\uFEFFStatus"]],
  ["statusCategory", ["Catégorie d’état", "Catégorie d'état", "Kategoria statusu"]],
  ["reporter", ["Reporter", "Rapporteur", "Informador", "Relator", "Osoba zgłaszająca"]],
  ["reporterId", ["Reporter Id", "ID de rapporteur", "ID osoby zgłaszającej"]],
  ["created", ["Created", "Création", "Creada", "Criado", "Utworzono"]],
  ["updated", ["Updated", "Mise à jour", "Actualizada", "Atualizado(a)", "Zaktualizowano"]],
  ["resolved", ["Resolved", "Résolu", "Resuelta", "Resolvido", "Rozwiązane"]],
  ["labels", ["Labels", "Étiquettes", "Etiquetas", "Etykiety"]],
  ["customers", ["Entreprise", "Champs personnalisés (Client(s))", "Custom field (Customer)"]],
  ["organisations", ["Organizations", "Custom field (Organizations)"]],
  ["projectType", ["Project type", "Type de projet", "Tipo de proyecto", "Typ projektu"]],
])("%s is what %j say", (field, headers) => {
  for (const header of headers) expect([header, fieldOf(header)]).toEqual([header, field]);
});

test("a custom field that is called like one of Jira's own is not it", () => {
  expect(fieldOf("Custom field (Status)")).toBeNull();
  expect(fieldOf("Champs personnalisés (Description)")).toBeNull();
  expect(fieldOf("Parent key")).toBeNull();
  expect(fieldOf("Status Category Changed")).toBeNull();
});

test("values of a list share a name and different fields of one name are kept apart", () => {
  const headers = [
    "Issue key",
    "Sprint",
    "Sprint",
    "Custom field (Area)",
    "Custom field (Area)",
    "",
  ];
  expect(planColumns(headers, null).map(({ rawName }) => rawName)).toEqual([
    null,
    "Sprint",
    "Sprint",
    "Custom field (Area)",
    "Custom field (Area) (2)",
    "#6",
  ]);
});

test("a company column is the organisation only where Jira's own is missing", () => {
  const fieldsOf = (headers: string[]) => planColumns(headers, null).map(({ field }) => field);
  expect(fieldsOf(["Issue key", "Company"])).toEqual(["key", "customers"]);
  expect(fieldsOf(["Issue key", "Company", "Organizations"])).toEqual([
    "key",
    null,
    "organisations",
  ]);
});

test("Type de demande is the request type beside a Type de ticket", () => {
  const plan = planColumns(["Clé", "Type de ticket", "Type de demande"], null);
  expect(plan.map(({ field }) => field)).toEqual(["key", "issueType", "requestType"]);
});

test("a key column that was renamed is found by what stands in it", () => {
  const rows = [
    ["A", "OLD-1", "NEW-1", "NEW-9"],
    ["B", "", "NEW-2", "NEW-9"],
    ["C", "OLD-3", "NEW-3", "NEW-9"],
  ];
  expect(findKeyColumn(["Summary", "Before", "Now", "Top"], rows)).toBe(2);
  expect(findKeyColumn(["Issue key", "Before", "Now", "Top"], rows)).toBeNull();
  expect(findKeyColumn(["Summary", "Before", "Parent key", "Top"], rows)).toBeNull();
});
