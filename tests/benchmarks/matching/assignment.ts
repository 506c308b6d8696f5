import { UserError } from "#lib/errors.ts";
import { fold } from "#lib/fold.ts";
import { assigner } from "#lib/matching/assignment/assigner.ts";
import type { Told } from "#lib/matching/assignment/features.ts";
import { readTable, type Table } from "./read-table.ts";
import { share } from "./share.ts";

type Decided = { told: Told; label: string; at: number; key: string };

/**
 * Learns where the tickets of the first file went, then goes through the second in the order of time: proposes for each,
 * is told where it went, and learns it, as it does at work. `isStill`: it learns nothing from the second.
 */
export async function benchmarkAssignment(
  trainPath: string,
  testPath: string,
  column: string,
  isStill: boolean,
) {
  const tests = await decidedOf(testPath, column);
  const asked = new Set(tests.map(({ key }) => key));
  // What is asked for must not be known before.
  const known = (await knownOf(trainPath, column)).filter(({ key }) => !asked.has(key));
  const desk = assigner();
  for (const { told, label } of known) desk.learn(told, label, desk.propose(told));
  const counts = { first: 0, within: 0, sure: 0, sureRight: 0 };
  for (const { told, label } of tests) {
    const proposed = desk.propose(told);
    const rank = proposed.proposals.findIndex((one) => one.label === label);
    if (rank === 0) counts.first += 1;
    if (rank === 0 || rank === 1) counts.within += 1;
    if (proposed.isSure) counts.sure += 1;
    if (proposed.isSure && rank === 0) counts.sureRight += 1;
    if (!isStill) desk.learn(told, label, proposed);
  }
  return {
    tested: tests.length,
    top1: share(counts.first, tests.length),
    top2: share(counts.within, tests.length),
    sure: share(counts.sure, tests.length),
    sureRight: share(counts.sureRight, counts.sure),
  };
}

/** A file with nothing but its headers is a company that has decided nothing yet. */
async function knownOf(path: string, column: string): Promise<Decided[]> {
  try {
    return await decidedOf(path, column);
  } catch (error) {
    if (error instanceof UserError && error.key === "importsErrors.no-rows") return [];
    throw error;
  }
}

async function decidedOf(path: string, column: string): Promise<Decided[]> {
  const table = await readTable(path);
  const columns = columnsOf(table, column);
  const decided = table.rows.flatMap(({ cells, ticket }) => {
    const label = columns.map((at) => (cells[at] ?? "").trim()).find((cell) => cell !== "");
    if (label === undefined) return [];
    const { title, body, issueType, organisationNames, reporterName } = ticket;
    const facts = [...organisationNames, reporterName, issueType].filter((fact) => fact !== null);
    const at = ticket.createdAt?.getTime() ?? 0;
    return [{ told: { title, body, facts }, label, at, key: ticket.externalId }];
  });
  return decided.sort((a, b) => a.at - b.at);
}

/** By its whole header, or by what stands in its brackets: Module for "Custom field (Module)". */
function columnsOf({ headers }: Table, column: string): number[] {
  const wanted = fold(column);
  const whole = headers.flatMap((header, at) => (fold(header) === wanted ? [at] : []));
  if (whole.length > 0) return whole;
  const inner = headers.flatMap((header, at) =>
    /\((.+)\)$/.exec(fold(header))?.[1] === wanted ? [at] : [],
  );
  if (inner.length === 0) throw new Error(`No column is called ${column}: ${headers.join(", ")}`);
  return inner;
}
