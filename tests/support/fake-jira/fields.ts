/** The fields of the made-up site: numbers unlike anybody else's, names in French as many desks have them. */
export const fieldIds = {
  requestType: "customfield_14207",
  organisations: "customfield_14202",
  participants: "customfield_14205",
  satisfaction: "customfield_14231",
  resolutionSla: "customfield_14240",
  epicLink: "customfield_14014",
  sprint: "customfield_14020",
  rank: "customfield_14019",
  startDate: "customfield_14015",
  severity: "customfield_14301",
  module: "customfield_14302",
  otherModule: "customfield_14303",
  context: "customfield_14304",
  development: "customfield_14000",
};

const system: [string, string, string][] = [
  ["summary", "Résumé", "string"],
  ["description", "Description", "string"],
  ["environment", "Environnement", "string"],
  ["issuetype", "Type de ticket", "issuetype"],
  ["status", "État", "status"],
  ["priority", "Priorité", "priority"],
  ["resolution", "Résolution", "resolution"],
  ["resolutiondate", "Résolu", "datetime"],
  ["reporter", "Rapporteur", "user"],
  ["assignee", "Personne assignée", "user"],
  ["creator", "Créateur", "user"],
  ["created", "Création", "datetime"],
  ["updated", "Mise à jour", "datetime"],
  ["labels", "Étiquettes", "array"],
  ["project", "Projet", "project"],
  ["parent", "Parent", "issuelink"],
  ["comment", "Commentaire", "comments-page"],
  ["duedate", "Date d'échéance", "date"],
];

const jira = "com.atlassian.jira.plugin.system.customfieldtypes";
const custom: [string, string, string, string][] = [
  [
    fieldIds.requestType,
    "Type de requête",
    "sd-customerrequesttype",
    "com.atlassian.servicedesk:vp-origin",
  ],
  [
    fieldIds.organisations,
    "Organisations",
    "array",
    "com.atlassian.servicedesk:sd-customer-organizations",
  ],
  [
    fieldIds.participants,
    "Participants",
    "array",
    "com.atlassian.servicedesk:sd-request-participants",
  ],
  [
    fieldIds.satisfaction,
    "Satisfaction",
    "sd-feedback",
    "com.atlassian.servicedesk:sd-request-feedback",
  ],
  [
    fieldIds.resolutionSla,
    "Délai de résolution",
    "sd-servicelevelagreement",
    "com.atlassian.servicedesk:sd-sla-field",
  ],
  [fieldIds.epicLink, "Lien d'epic", "any", "com.pyxis.greenhopper.jira:gh-epic-link"],
  [fieldIds.sprint, "Sprint", "array", "com.pyxis.greenhopper.jira:gh-sprint"],
  [fieldIds.rank, "Rang", "any", "com.pyxis.greenhopper.jira:gh-lexo-rank"],
  [fieldIds.startDate, "Start date", "date", `${jira}:datepicker`],
  [fieldIds.severity, "Gravité", "option", `${jira}:select`],
  [fieldIds.module, "Module", "option", `${jira}:select`],
  [fieldIds.otherModule, "Module", "string", `${jira}:textfield`],
  [fieldIds.context, "Contexte", "string", `${jira}:textarea`],
  [
    fieldIds.development,
    "Development",
    "any",
    "com.atlassian.jira.plugins.jira-development-integration-plugin:devsummarycf",
  ],
];

/** What `GET /field` answers. */
export const fieldList = [
  ...system.map(([id, name, type]) => ({
    id,
    key: id,
    name,
    custom: false,
    schema: { type, system: id },
  })),
  ...custom.map(([id, name, type, kind]) => ({
    ...{ id, key: id, name, custom: true },
    schema: { type, custom: kind, customId: Number(id.slice("customfield_".length)) },
  })),
];
