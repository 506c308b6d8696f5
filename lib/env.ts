import { z } from "zod";

const text = z.string().min(1).optional();
const flag = z.enum(["0", "1"]).optional();

/** What Tribune reads from its environment. An empty variable counts as absent. */
const settingsOf = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  /** The account that owns the tables, where that is not the one of DATABASE_URL: what a restore works as. */
  TRIBUNE_OWNER_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  NEXTAUTH_URL: z.url({ protocol: /^https?$/ }).optional(),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  TRIBUNE_DATA_DIR: text,
  TRIBUNE_SAMPLE: flag,
  TRIBUNE_SAMPLE_DATA: flag,
  /** What backups are sealed with: itself, or the file it stands in. */
  TRIBUNE_BACKUP_KEY: z.string().min(32).optional(),
  TRIBUNE_BACKUP_KEY_FILE: text,
  /** Where each night's backup goes, a folder that the worker reaches; "elsewhere" where the company makes its own. */
  TRIBUNE_BACKUP_FOLDER: text,
  /** For how many days a backup is kept. */
  TRIBUNE_BACKUP_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  /** Where the installation's secret is kept, when it made that itself. */
  TRIBUNE_SECRET_FILE: text,
  TRIBUNE_TODAY: z.iso.date().optional(),
  TRIBUNE_TIME_ZONE: z.string().refine(isTimeZone).default("Europe/Paris"),
  TRIBUNE_SESSION_HOURS: z.coerce.number().positive().max(720).default(12),
  TRIBUNE_TRUST_PROXY: flag,
  /** Hosts in one's own network that a source may lie on, such as "jira.local:8080", separated by commas. */
  TRIBUNE_PRIVATE_HOSTS: text,
  /** The server that mail leaves by, with what it asks for: smtps://name:password@mail.example:465. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Who mail is from: "Tribune <tribune@example.com>". */
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)
    .optional(),
  AUTH_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  AUTH_OIDC_CLIENT_ID: text,
  AUTH_OIDC_CLIENT_SECRET: text,
  AUTH_OIDC_NAME: text,
  AUTH_OIDC_DOMAINS: text,
});

/** A server that mail leaves by, and nobody it is from, would be found out with the first message. */
const environment = settingsOf.refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
  path: ["MAIL_FROM"],
});

export type Env = z.infer<typeof environment>;

/** The settings and the names of those that are wrong; never their values, some of which are secret. */
export function parseEnvironment(source: Record<string, string | undefined>): {
  env: Env | null;
  wrong: string[];
} {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = environment.safeParse(given);
  if (result.success) return { env: result.data, wrong: [] };
  return {
    env: null,
    wrong: [...new Set(result.error.issues.map((issue) => issue.path.join(".")))],
  };
}

let known: { from: string; env: Env } | undefined;

/**
 * The process's settings, read at the first use so that a build needs none, and again only when one of them has changed
 * under way, as tests change them. Throws an Error naming what is wrong.
 */
export function env(): Env {
  const from = settings.map((name) => process.env[name] ?? "").join("\0");
  if (known?.from === from) return known.env;
  const result = parseEnvironment(process.env);
  if (result.env === null)
    throw new Error(`Wrong settings in the environment: ${result.wrong.join(", ")}`);
  known = { from, env: result.env };
  return result.env;
}

const settings = Object.keys(settingsOf.shape);

/** The server that mail leaves by and who it is from; null where none is set up, and mail stays here. */
export function mailSettings(): { url: string; from: string } | null {
  const { SMTP_URL, MAIL_FROM } = env();
  return SMTP_URL && MAIL_FROM ? { url: SMTP_URL, from: MAIL_FROM } : null;
}

/** Where the database is, for what cannot go on without one. */
export function databaseUrl(): string {
  const url = env().DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set");
  return url;
}

/** The same as whoever owns its tables, for what changes them. */
export function ownerUrl(): string {
  return env().TRIBUNE_OWNER_URL ?? databaseUrl();
}

/** The folder for each night's backup; null where none is made here, and whether somebody said that it is elsewhere. */
export function backupFolder(): { folder: string | null; isElsewhere: boolean } {
  const { TRIBUNE_BACKUP_FOLDER: given } = env();
  const isElsewhere = given === "elsewhere";
  return { folder: isElsewhere ? null : (given ?? null), isElsewhere };
}

/** As it was given, for who checks it. */
export function givenEnvironment(): Record<string, string | undefined> {
  return process.env;
}

/**
 * What the shell says about whoever typed a command: where they stand (npm goes elsewhere and says where it was), what
 * their machine speaks, whether they want to see all that went wrong. Never refused: they may be about to ask what is
 * wrong with the settings.
 */
export function shell(): { folder: string; language: string; wantsTrace: boolean } {
  const { INIT_CWD, LANG, TRIBUNE_DEBUG } = process.env;
  return {
    folder: INIT_CWD ?? process.cwd(),
    language: LANG ?? "",
    wantsTrace: Boolean(TRIBUNE_DEBUG),
  };
}

// Next.js writes what these two are into the build, where it finds them named in full.

export function isProduction(): boolean {
  return process.env.NODE_ENV === "production";
}

/** Whether this process serves pages, rather than being the worker or the command line. */
export function isWebServer(): boolean {
  return Boolean(process.env.NEXT_RUNTIME);
}

/** Where tests have it noted which statements were run (lib/sql); nowhere outside them. */
export function statementsFolder(): string | null {
  return process.env.TRIBUNE_STATEMENTS || null;
}

/** Whether what the database answers is compared with what it should be: in tests and while developing. */
export function checksAnswers(): boolean {
  const { NODE_ENV } = process.env;
  return NODE_ENV === "test" || NODE_ENV === "development" || statementsFolder() !== null;
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
