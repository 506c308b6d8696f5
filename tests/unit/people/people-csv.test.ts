import { expect, test } from "vitest";
import { readPeople } from "#lib/people/people-csv.ts";

const head = "Name,Email,Hat,Tribe,Team";

function namesIn(text: string) {
  const file = readPeople(text);
  return file.ok ? file.lines.map(({ line, name }) => `${line} ${name}`) : file.reason;
}

test.each([
  ["commas", `${head}\nAna Ruiz,ana@x.fr,pm,,`, ["2 Ana Ruiz"]],
  ["semicolons", "Nom;Adresse mail\nAna Ruiz;ana@x.fr", ["2 Ana Ruiz"]],
  ["tabs", "Nom\tE-mail\nAna Ruiz\tana@x.fr", ["2 Ana Ruiz"]],
  ["a byte order mark", `\uFEFF${head}\nAna Ruiz,ana@x.fr,,,`, ["2 Ana Ruiz"]],
  ["line ends of Windows", `${head}\r\nAna Ruiz,ana@x.fr,,,\r\n`, ["2 Ana Ruiz"]],
  ["line ends of an old Mac", `${head}\rAna Ruiz,ana@x.fr,,,\r`, ["2 Ana Ruiz"]],
  ["a comma in quotes", `${head}\n"Ruiz, Ana",ana@x.fr,,,`, ["2 Ruiz, Ana"]],
  ["quotes in quotes", `${head}\n"Ana ""AR"" Ruiz",ana@x.fr,,,`, ['2 Ana "AR" Ruiz']],
  ["space around quotes", `${head}\nAna Ruiz, "ana@x.fr" ,,,`, ["2 Ana Ruiz"]],
  ["empty lines", `${head}\n\nAna Ruiz,ana@x.fr,,,\n\n`, ["3 Ana Ruiz"]],
  ["short lines", `${head}\nAna Ruiz,ana@x.fr`, ["2 Ana Ruiz"]],
  ["two lines in a cell", `${head}\n"Ana\nRuiz",ana@x.fr,,,\nBo,bo@x.fr`, ["2 Ana\nRuiz", "4 Bo"]],
])("a list of people may have %s", (_, text, names) => {
  expect(namesIn(text)).toEqual(names);
});

test.each([
  ["a quote is left open", `${head}\n"Ana Ruiz,ana@x.fr`, "unreadable"],
  ["a quote closes nothing", `${head}\n"Ana" Ruiz,ana@x.fr`, "unreadable"],
  ["no column says who", "Team,Tribe\nDispatch,Terrain", "no-columns"],
  ["it is empty", "", "no-columns"],
])("a list of people is refused as a whole when %s", (_, text, reason) => {
  expect(namesIn(text)).toBe(reason);
});
