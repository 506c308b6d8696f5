import { expect, it } from "vitest";
import { scoreHistory } from "#lib/initiatives/score-history.ts";

it("tells what every value did to the score, and says none before the four are there", () => {
  const steps = scoreHistory([
    { factor: "reach", value: 320 },
    { factor: "impact", value: 200 },
    { factor: "confidence", value: 80 },
    { factor: "effort", value: 10 },
    { factor: "reach", value: 420 },
    { factor: "effort", value: 8 },
    { factor: "confidence", value: null },
  ]);
  expect(steps.map((step) => step.score)).toEqual([null, null, null, 102, 134, 168, null]);
  expect(steps.map((step) => step.before)).toEqual([null, null, null, null, 320, 10, 80]);
});
