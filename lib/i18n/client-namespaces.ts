/** The messages that client components ask for; all others stay on the server. */
export const clientNamespaces = [
  ...["ui", "shell", "keys", "gauge", "errors", "comments"],
  ...[
    "today",
    "handIn",
    "insights",
    "distribution",
    "catalogue",
    "themes",
    "initiatives",
    "roadmap",
    "okrs",
  ],
  ...["people", "customers", "settings", "sources", "jiraErrors", "imports", "importsErrors"],
];
