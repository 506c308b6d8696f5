import { z } from "zod";

const text = z.string().min(1).optional();
const flag = z.enum(["0", "1"]).optional();

/** What Tribune reads from its environment. An empty variable counts as absent. */
const environment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  NEXTAUTH_URL: z.url({ protocol: /^https?$/ }).optional(),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  TRIBUNE_DATA_DIR: text,
  TRIBUNE_SAMPLE: flag,
  TRIBUNE_SAMPLE_DATA: flag,
  TRIBUNE_TODAY: z.iso.date().optional(),
  TRIBUNE_TIME_ZONE: z.string().refine(isTimeZone).default("Europe/Paris"),
  TRIBUNE_SESSION_HOURS: z.coerce.number().positive().max(720).default(12),
  TRIBUNE_TRUST_PROXY: flag,
  /** Hosts in one's own network that a source may lie on, such as "jira.local:8080", separated by commas. */
  TRIBUNE_PRIVATE_HOSTS: text,
  AUTH_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  AUTH_OIDC_CLIENT_ID: text,
  AUTH_OIDC_CLIENT_SECRET: text,
  AUTH_OIDC_NAME: text,
  AUTH_OIDC_DOMAINS: text,
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

let parsed: Env | undefined;

/** The process's settings, read at the first use so that a build needs none. Throws an Error naming what is wrong. */
export function env(): Env {
  if (parsed === undefined) {
    const result = parseEnvironment(process.env);
    if (result.env === null)
      throw new Error(`Wrong settings in the environment: ${result.wrong.join(", ")}`);
    parsed = result.env;
  }
  return parsed;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
