import { defineConfig } from "vitest/config";

// An odd zone, so that a forgotten time zone fails.
process.env.TZ = "Pacific/Chatham";

// What is waited for comes at once on a quiet machine, and must still come on a busy one.
const patience = {
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000 } },
};

// What is marked server-only loads under this condition, as it does for the worker and the command line.
const execArgv = ["--conditions=react-server"];
const ssr = { resolve: { conditions: ["react-server", "node"] } };

// What lives in a browser's tab: hooks, keys, the queue of commands. Node with a document, and React as a browser has it.
const inTab = "tests/unit/**/*.tab.test.ts";

export default defineConfig({
  test: {
    projects: [
      {
        ssr,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.ts"],
          exclude: [inTab],
          ...patience,
          execArgv,
        },
      },
      {
        test: {
          name: "tab",
          include: [inTab],
          environment: "happy-dom",
          setupFiles: ["fake-indexeddb/auto"],
          server: { deps: { inline: ["next-intl", "idb-keyval"] } },
          ...patience,
        },
      },
      {
        ssr,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
          ...patience,
          maxWorkers: 2,
          execArgv,
        },
      },
    ],
  },
});
