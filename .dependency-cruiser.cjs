// Imports point one way: app → components → lib, and between nouns leftwards.
const nouns = [
  ["operations", "auth"],
  ["people", "settings"],
  ["tribes"],
  ["customers"],
  ["insights", "saved-views"],
  // A ticket brings its insight.
  ["tickets"],
  ["themes", "distribution"],
  ["initiatives"],
  ["comments", "roadmap", "okrs"],
  ["dashboards", "imports", "desks", "today"],
  ["export"],
];

const leftwards = nouns.slice(0, -1).map((group, index) => ({
  name: `${group.join("-")}-knows-nothing-to-its-right`,
  severity: "error",
  from: { path: `^lib/(${group.join("|")})/` },
  to: {
    path: `^lib/(${nouns
      .slice(index + 1)
      .flat()
      .join("|")})/`,
  },
}));

/** The rooms of a noun, and of the company's work within imports. */
const reads = "^lib/([^/]+|imports/work)/reads(\\.ts|/)";
const writes = "^lib/([^/]+|imports/work)/writes(\\.ts|/)";

/** The rooms that may: reads and writes, the core that writes for all, and the processes. */
const knowsTheDatabase = [
  reads,
  writes,
  "^lib/[^/]+/noun\\.server\\.ts$",
  "^lib/(sql|frame|operations|live|export|generated|cli|jobs|doctor|launcher)/",
  "^lib/auth/(session|options|page-guard|actions)\\.ts$",
  "^lib/([^/]+/actions|people/set-up-action)\\.ts$",
];

// What comes by file and what comes from a desk meet in tickets, and only there.
const apart = [
  ["imports", "desks"],
  ["desks", "imports"],
].map(([one, other]) => ({
  name: `${one}-know-nothing-of-${other}`,
  severity: "error",
  from: { path: `^lib/${one}/` },
  to: { path: `^lib/${other}/` },
}));
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
      to: { path: "^components/(?!ui/|keyboard/)" },
    },
    {
      name: "the-core-knows-no-framework",
      severity: "error",
      from: {
        path: "^(lib|prisma)/",
        pathNot:
          "^lib/(action\\.ts|i18n/request\\.ts|auth/(session|options|page-guard|actions)\\.ts|[^/]+/actions\\.ts)",
      },
      to: { path: "node_modules/(next|next-auth)/" },
    },
    {
      name: "rules-and-schemas-are-pure",
      comment:
        "In a noun only reads and writes know the database; its rules, schemas and views don't.",
      severity: "error",
      from: { path: "^lib/[^/]+/", pathNot: knowsTheDatabase },
      to: { path: ["^lib/(db\\.ts|generated/)", reads, writes] },
    },
    {
      name: "reads-write-nothing",
      severity: "error",
      from: { path: reads },
      to: { path: [writes, "^lib/operations/(write|recorder|undo)\\.ts"] },
    },
    {
      name: "tables-know-no-noun",
      severity: "error",
      from: { path: "^lib/tables/" },
      to: { path: "^lib/(?!tables/)[^/]+/" },
    },
    ...leftwards,
    ...apart,
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^lib/generated|\\.d\\.mts$" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "node", "default"],
    },
  },
};
