// Reads the test runners' own reports. What was skipped counts as failed: a test that doesn't run proves nothing.
import { existsSync, readFileSync } from "node:fs";

/** Tests of a vitest JSON report; a file that could not be loaded counts as one failed test. */
export function countVitest(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const { testResults } = JSON.parse(readFileSync(file, "utf8"));
  let passed = 0;
  let failed = 0;
  for (const { assertionResults, status } of testResults) {
    const good = assertionResults.filter((test) => test.status === "passed").length;
    const bad = assertionResults.length - good;
    passed += good;
    failed += bad === 0 && status === "failed" ? 1 : bad;
  }
  return { passed, failed };
}

/** Tests of a Playwright JSON report. One that passed only when tried again ("flaky") has failed. */
export function countPlaywright(file) {
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const { stats, errors } = JSON.parse(readFileSync(file, "utf8"));
  const failed = stats.unexpected + stats.flaky + stats.skipped;
  return { passed: stats.expected, failed: failed === 0 ? errors.length : failed };
}
