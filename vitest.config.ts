import { defineConfig } from "vitest/config";

// An odd zone, so that a forgotten time zone fails.
process.env.TZ = "Pacific/Chatham";

// What is marked server-only loads under this condition, as it does for the worker and the command line.
const execArgv = ["--conditions=react-server"];
const ssr = { resolve: { conditions: ["react-server", "node"] } };

export default defineConfig({
  test: {
    projects: [
      {
        ssr,
        test: { name: "unit", include: ["tests/unit/**/*.test.ts"], testTimeout: 60_000, execArgv },
      },
      {
        ssr,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
          execArgv,
        },
      },
    ],
  },
});
