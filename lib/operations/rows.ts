import type {
  Capacity,
  Comment,
  Department,
  Epic,
  Hat,
  ImportRun,
  Initiative,
  InitiativeKeyResult,
  InitiativeTheme,
  Insight,
  InsightOrganisation,
  InsightRequester,
  KeyResult,
  Membership,
  Objective,
  Organisation,
  OrganisationAlias,
  OrganisationPair,
  Person,
  Product,
  Requester,
  RoadmapItem,
  SavedView,
  Setting,
  Sharing,
  Source,
  Team,
  TeamPeriod,
  Theme,
  ThemeInsight,
  Tribe,
  TribePeriod,
  TribeQuarter,
} from "#lib/generated/prisma/client.ts";

/** The rows that commands write through operations: each knows its columns from the schema. */
export type Tables = {
  capacity: Capacity;
  comment: Comment;
  department: Department;
  epic: Epic;
  hat: Hat;
  import_run: ImportRun;
  initiative: Initiative;
  initiative_key_result: InitiativeKeyResult;
  initiative_theme: InitiativeTheme;
  insight: Insight;
  insight_organisation: InsightOrganisation;
  insight_requester: InsightRequester;
  key_result: KeyResult;
  membership: Membership;
  objective: Objective;
  organisation: Organisation;
  organisation_alias: OrganisationAlias;
  organisation_pair: OrganisationPair;
  person: Person;
  product: Product;
  requester: Requester;
  roadmap_item: RoadmapItem;
  saved_view: SavedView;
  setting: Setting;
  sharing: Sharing;
  source: Source;
  team: Team;
  team_period: TeamPeriod;
  theme: Theme;
  theme_insight: ThemeInsight;
  tribe: Tribe;
  tribe_period: TribePeriod;
  tribe_quarter: TribeQuarter;
};

export type TableName = keyof Tables;
export type Fields<T extends TableName> = Partial<Tables[T]>;

/** Link rows are made and deleted, never edited: they carry no version. */
const unversioned: ReadonlySet<string> = new Set([
  "epic",
  "import_run",
  "initiative_key_result",
  "initiative_theme",
  "insight_organisation",
  "insight_requester",
  "organisation_alias",
  "team_period",
  "theme_insight",
  "tribe_period",
]);

export function isVersioned(table: string): boolean {
  return !unversioned.has(table);
}

/** A setting is known by its name, all else by an id of ours. */
export function keyTypeOf(table: TableName): "text" | "uuid" {
  return table === "setting" ? "text" : "uuid";
}

/** `bandLow` is the column `band_low`. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
