import { expect, it } from "vitest";
import { linesWith, listSources } from "./sources.ts";

const sources = listSources(["app", "components", "lib"], /\.tsx?$/);

it("decides in one place whether a hat, a membership or a period holds on a day", () => {
  const elsewhere = linesWith(sources, /ends_on > \$|endsOn: \{ gt:/)
    // The only one that may err by a day: it doesn't know the company's clock.
    .filter((line) => !/^lib\/(sql\/dated|doctor\/invariants)\.ts/.test(line));
  expect(elsewhere).toEqual([]);
});

it("reads in one place what the database said of an error", () => {
  expect(
    linesWith(sources, /driverAdapterError/).filter(
      (line) => !line.startsWith("lib/sql/database-error.ts"),
    ),
  ).toEqual([]);
});

it("proposes lists to choose from in one way, which keys, fingers and screen readers know", () => {
  const others = linesWith(sources, /<datalist|role="combobox"|role: "combobox"/).filter(
    (line) => !line.startsWith("components/ui/combobox/"),
  );
  expect(others).toEqual([]);
});
