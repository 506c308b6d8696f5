// Imports point one way: app → components → lib, and within lib as .import-order.cjs says.
const lines = require("./.import-order.cjs").map((line) => line.map((places) => [places].flat()));

/** What stands on a line of its own though it lies in a folder of the list. */
const apart = lines.flat(2).filter((place) => place.includes("/"));

function patternOf(place) {
  const words = `^lib/${place.replaceAll(".", "\\.")}`;
  if (place.endsWith(".ts")) return `${words}$`;
  const files = apart.filter((other) => other.startsWith(`${place}/`));
  return `${words}/(?!(${files.map((file) => file.slice(place.length + 1)).join("|")})$)`;
}

const upwards = lines.flatMap((line, index) =>
  line.map((places) => ({
    name: `${places.join("-")}-knows-only-what-stands-above`,
    severity: "error",
    from: { path: places.map(patternOf) },
    to: {
      path: [...line.filter((other) => other !== places), ...lines.slice(index + 1).flat()]
        .flat()
        .map(patternOf),
    },
  })),
);

/** The rooms of a noun, and of the company's work within imports. */
const reads = "^lib/([^/]+|imports/work)/reads(\\.ts|/)";
const writes = "^lib/([^/]+|imports/work)/writes(\\.ts|/)";

/** Who may besides: the frame that reads and writes for all nouns, the processes, and the edges that call commands. */
const knowsTheDatabase = [
  "^lib/[^/]+/(noun\\.server|commands|tables|jobs)\\.ts$",
  "^lib/sql/(rows|whole-insights|dated|standing-check-in)\\.ts$",
  "^lib/frame/(noun-server|command|labels|table|subject|hearing|forgets|job)\\.ts$",
  "^lib/operations/(write|recorder|recorded|rows|identifier|undo|undo-[a-z]+|take-back)\\.ts$",
  "^lib/live/(stream|listen|hub)\\.ts$",
  "^lib/export/readme\\.ts$",
  "^lib/erasure/declared\\.ts$",
  "^lib/(cli|jobs|doctor|trouble)/",
  "^lib/(auth/(session|options|page-guard|actions|known-browser)|i18n/request)\\.ts$",
  "^lib/([^/]+/actions|people/set-up-action|auth/password-link-action)\\.ts$",
];

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "lib-knows-no-screen",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "components-know-no-route",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^app/" },
    },
    {
      name: "components-write-through-actions",
      severity: "error",
      from: { path: "^components/" },
      to: {
        path: "^lib/(db\\.ts|generated/|[^/]+/(writes(\\.ts|/)|commands))",
      },
    },
    {
      name: "ui-has-no-word-of-the-domain",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^components/(?!ui/|keyboard/|i18n/)" },
    },
    {
      name: "the-core-knows-no-framework",
      severity: "error",
      from: {
        path: "^(lib|prisma)/",
        pathNot:
          "^lib/(act(ion)?\\.ts|i18n/request\\.ts|auth/(session|options|page-guard|actions|known-browser)\\.ts|[^/]+/actions\\.ts)",
      },
      to: { path: "node_modules/(next|next-auth)/" },
    },
    {
      name: "rules-and-schemas-are-pure",
      comment:
        "In a noun only reads and writes know the database; its rules, schemas and views don't, not through others either.",
      severity: "error",
      from: {
        path: "^lib/[^/]+/",
        pathNot: [reads, writes, "^lib/generated/", ...knowsTheDatabase],
      },
      to: { path: ["^lib/(db\\.ts|generated/)", reads, writes], reachable: true },
    },
    {
      name: "reads-write-nothing",
      severity: "error",
      from: { path: reads },
      to: { path: [writes, "^lib/operations/(write|recorder|undo|take-back)\\.ts"] },
    },
    {
      name: "what-serves-all-nouns-names-none",
      comment: "It is given the lists of lib/nouns.ts and lib/nouns.server.ts.",
      severity: "error",
      from: {
        path: "^lib/(operations|live|comments|export|erasure|forgotten|history|frame|jobs)/",
        // The list itself; and where all lists meet.
        pathNot: "^lib/jobs/(declared|worker|matcher)\\.ts$",
      },
      // Nouns are all folders but these, so that a new one is covered.
      to: {
        path: "^lib/[^/]+/",
        pathNot:
          "^lib/(auth|operations|live|comments|export|erasure|forgotten|history|frame|jobs|sql|i18n|generated|tables|rich-text)/",
      },
    },
    {
      name: "the-product-needs-no-tool-of-developers",
      comment: "What runs is installed without devDependencies.",
      severity: "error",
      // Whoever develops writes migrations, or tests.
      from: { pathNot: "^(tests/|prisma/write-migration\\.ts$)" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
    ...upwards,
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["node_modules", "^lib/generated"] },
    exclude: { path: "\\.d\\.mts$" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "node", "default"],
    },
  },
};
