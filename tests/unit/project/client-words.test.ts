import { expect, it } from "vitest";
import { clientNamespaces } from "#lib/i18n/client-namespaces.ts";
import { listSources, readSource } from "./sources.ts";

const paths = new Set(listSources(["app", "components", "lib"], /\.tsx?$/));

/** Whether the browser loads it as it stands there: what a client component imports is one too. */
function inBrowser(): Set<string> {
  const found = new Set<string>();
  const follow = (path: string) => {
    if (found.has(path) || !paths.has(path)) return;
    found.add(path);
    for (const imported of importedBy(path)) follow(imported);
  };
  for (const path of paths) if (/^"use client"/.test(readSource(path))) follow(path);
  return found;
}

function importedBy(path: string): string[] {
  // Server actions are called from the browser, and not loaded by it.
  if (/^"use server"/.test(readSource(path))) return [];
  return [...readSource(path).matchAll(/^(import type )?.*"#([\w/.()[\]-]+)"/gm)].flatMap(
    ([, isType, imported = ""]) => (isType ? [] : [imported]),
  );
}

/** `useTranslations("insights.pane")` asks for the messages of `insights`. */
function roomsAskedFor(source: string): string[] {
  return [...source.matchAll(/useTranslations\("(\w+)/g)].map(([, room = ""]) => room);
}

it("what the browser says is among the words that it is given, and nothing else is", () => {
  const asked = new Set([...inBrowser()].flatMap((path) => roomsAskedFor(readSource(path))));
  // A refusal says by its key which room it is of.
  const ofRefusals = ["errors", "importsErrors", "jiraErrors"];
  expect([...clientNamespaces].sort()).toEqual([...new Set([...asked, ...ofRefusals])].sort());
});
