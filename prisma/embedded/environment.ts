/** What PostgreSQL's programs get of our environment: its messages in English, its days in UTC, none of our secrets. */
export function postgresEnvironment(extra: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { NODE_ENV: "production", PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC", ...extra };
}
