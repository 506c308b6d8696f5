import { expect, test } from "vitest";
import type { WorkSubject } from "#lib/imports/subjects.ts";
import { asWorkMapping, proposeWork } from "#lib/imports/work/columns/propose-work.ts";
import { workMappingFault } from "#lib/imports/work/columns/work-mapping.ts";
import { readTable } from "#lib/imports/work/rows/read-table.ts";
import { fileOf, fixture } from "../import-files.ts";

async function proposed(subject: WorkSubject, path: string) {
  const { headers, rows } = await readTable(path);
  const { columns, sure } = proposeWork(subject, headers, rows);
  const meant = columns.filter(({ meaning }) => meaning !== "omit");
  return { columns: meant.map(({ header, meaning }) => `${header}: ${meaning}`), sure };
}

test.each([
  [
    "themes",
    "work/notion-themes.csv",
    [
      "Name: title",
      "Tribe: place",
      "Squad: place",
      "Insights: insights",
      "Description: description",
    ],
  ],
  [
    "themes",
    "work/themes-fr.csv",
    [
      ...["Référence: id", "Thème: title", "Équipe: place", "Retours clients: insights"],
      "Contexte: description",
    ],
  ],
  [
    "initiatives",
    "work/notion-initiatives.csv",
    [
      ...["Name: title", "Team: place", "Type: kind", "Reach: reach", "Impact: impact"],
      ...["Confidence: confidence", "Effort (person-months): effort", "Timeline: quarter"],
      ...["Epic: epicKey", "Themes: themes"],
    ],
  ],
  [
    "initiatives",
    "work/initiatives-fr.csv",
    [
      ...["N°: id", "Initiative: title", "Équipe: place", "Nature: kind", "Portée: reach"],
      ...["Impact: impact", "Confiance: confidence", "Charge: effort", "Trimestre: quarter"],
      "Résultats clés: keyResults",
    ],
  ],
  [
    "okrs",
    "work/okrs.csv",
    [
      ...["Level: level", "Tribe: place", "Objective: objective", "Key result: keyResult"],
      ...["Quarter: quarter", "Start: start", "Target: target", "Current: current", "Unit: unit"],
      "Parent objective: parent",
    ],
  ],
  [
    "okrs",
    "work/notion-okrs.csv",
    [
      ...["Nom: title", "Type: type", "Tribu: place", "Trimestre: quarter", "Départ: start"],
      ...["Cible: target", "Valeur actuelle: current", "Objectif: objective"],
    ],
  ],
] satisfies [WorkSubject, string, string[]][])(
  "the headers of a file of %s are known: %s",
  async (subject, name, columns) => {
    expect(await proposed(subject, fixture(name))).toEqual({ columns, sure: true });
  },
);

test("the first column of words is the title where no header says so, and that is asked", async () => {
  const path = await fileOf("Was;Wer;Zahl\nBerichte gehen verloren;Dispatch;3");
  expect(await proposed("themes", path)).toEqual({ columns: ["Was: title"], sure: false });
});

test("a file of which no row can be read says where and why, one without rows that it has none", async () => {
  await expect(readTable(await fileOf("Theme,Team\n,\n"))).rejects.toMatchObject({
    key: "importsErrors.work-no-rows",
  });
  await expect(
    readTable(await fileOf("Summary,Team\nLost,Mobile,3\nLate,Mobile,4\n")),
  ).rejects.toMatchObject({
    key: "importsErrors.work-none-read",
    params: { line: 2, fault: "columns", found: 3, expected: 2 },
  });
});

test("a mapping is of one file, of one subject, names its rows and gives a meaning once", async () => {
  const { headers, rows, signature } = await readTable(fixture("work/themes-fr.csv"));
  const mapping = asWorkMapping("themes", signature, proposeWork("themes", headers, rows));
  const asked = { subject: "themes", signature, columns: headers };
  const fault = (columns: typeof mapping.columns) =>
    workMappingFault({ ...mapping, columns }, asked);
  expect(fault(mapping.columns)).toBeNull();
  expect(fault(["id", "omit", "place", "insights", "description"])).toBe("mapping-no-name");
  expect(fault(["title", "title", "place", "insights", "omit"])).toBe("mapping-twice");
  expect(fault(["title", "reach", "place", "insights", "omit"])).toBe("mapping-other-file");
  expect(workMappingFault(mapping, { ...asked, signature: "x" })).toBe("mapping-other-file");
  expect(workMappingFault(mapping, { ...asked, subject: "okrs" })).toBe("mapping-other-file");
});
