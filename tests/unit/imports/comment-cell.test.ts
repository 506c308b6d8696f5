import { expect, test } from "vitest";
import { wallClock } from "#lib/imports/dates/wall-clock.ts";
import { commentIn } from "#lib/imports/reading/comment-cell.ts";

const read = (cell: string) => commentIn(cell, "dmy", wallClock("Europe/Paris"));

test.for([
  [
    "16/Nov/26 9:05 AM;712020:ana;It is gone.",
    { author: "712020:ana", body: "It is gone.", isInternal: true },
  ],
  [
    "16/11/2026 09:05;Ana;One; two;\nthree",
    { author: "Ana", body: "One; two;\nthree", isInternal: true },
  ],
  ["16/11/2026 09:05;;Nobody signed", { author: null, body: "Nobody signed", isInternal: true }],
  ["16/11/2026 09:05;Ana;To you;Public", { author: "Ana", body: "To you", isInternal: false }],
  [
    "16/11/2026 09:05;Ana;Interne;Entre nous",
    { author: "Ana", body: "Entre nous", isInternal: true },
  ],
] as const)("%s is a comment of its day, its author and its text", ([cell, told]) => {
  expect(read(cell)).toEqual({ at: "2026-11-16T08:05:00.000Z", ...told });
});

test.for(["", "Just a remark", "soon;Ana;Later", "16/11/2026 09:05;Ana;", "16/11/2026 09:05"])(
  "%s is none",
  (cell) => {
    expect(read(cell)).toBeNull();
  },
);
