import { describe, expect, it } from "vitest";
import { hearOnce } from "#lib/live/hear-once.ts";

function listening() {
  const told: string[] = [];
  return { told, ...hearOnce((id) => told.push(id)) };
}

describe("An operation", () => {
  it("is told once, whether its bell or those who look for it come first", () => {
    const { told, hear, turn } = listening();
    hear("rung, then found");
    turn();
    hear("rung, then found");
    hear("found, then rung");
    turn();
    hear("found, then rung");
    expect(told).toEqual(["rung, then found", "found, then rung"]);
  });

  it("is forgotten two turns later, so that nothing grows", () => {
    const { told, hear, turn } = listening();
    hear("one");
    turn();
    turn();
    hear("one");
    expect(told).toEqual(["one", "one"]);
  });
});
