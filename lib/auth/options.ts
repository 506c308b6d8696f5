import "server-only";
import { headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { hasSecureCookies } from "#lib/auth/cookie.ts";
import { browserKnownTo, rememberBrowser } from "#lib/auth/known-browser.ts";
import { passwordMatches } from "#lib/auth/password.ts";
import { beginTry, endTry } from "#lib/auth/writes/attempts.ts";
import { closeSession, openSession, personForProfile } from "#lib/auth/writes/sessions.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db.ts";
import { ADDRESS } from "#lib/door/arrivals.ts";
import { env } from "#lib/env.ts";
import { UserError } from "#lib/errors.ts";
import { noteTrouble } from "#lib/trouble/answers.ts";
import { knownAway } from "#lib/trouble/health.ts";
import { troubleOf } from "#lib/trouble/trouble.ts";

declare module "next-auth" {
  interface Session {
    sessionId?: string;
  }
}

const credentials = z.object({ email: z.email().max(320), password: z.string().min(1).max(1000) });

const claims = z.object({
  sub: z.string().min(1),
  iss: z.string().optional(),
  email: z.email(),
  email_verified: z.boolean().optional(),
  name: z.string().optional(),
});

let options: NextAuthOptions | undefined;

/** next-auth's settings. Its token carries our session's id and nothing else. */
export function authOptions(): NextAuthOptions {
  options ??= {
    secret: env().NEXTAUTH_SECRET,
    useSecureCookies: hasSecureCookies(),
    session: { strategy: "jwt", maxAge: env().TRIBUNE_SESSION_HOURS * 3600 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [passwordProvider(), ...companyProvider()],
    callbacks: {
      // Here and not in the provider's profile(), whose errors next-auth swallows without a word to the person.
      async signIn({ user, account, profile }) {
        if (account?.provider !== "company") return true;
        try {
          // What jwt() below is given as the user is this very object.
          const personId = await companyPerson(profile);
          user.id = await openSession(personId, now(), openerOf(await headers()));
          await rememberBrowser(personId);
          return true;
        } catch (error) {
          if (error instanceof UserError) return `/sign-in?error=${error.key}`;
          if (troubleOf(error)) return "/sign-in?error=Busy";
          throw error;
        }
      },
      async jwt({ token, user }) {
        if (user) return { sessionId: user.id };
        return { sessionId: token.sessionId };
      },
      async session({ session, token }) {
        return {
          expires: session.expires,
          ...(typeof token.sessionId === "string" ? { sessionId: token.sessionId } : {}),
        };
      },
      async redirect({ url, baseUrl }) {
        if (!URL.canParse(url, baseUrl)) return baseUrl;
        const target = new URL(url, baseUrl);
        return target.origin === baseUrl ? target.href : baseUrl;
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sessionId === "string") await closeSession(token.sessionId, now());
      },
    },
  };
  return options;
}

/** E-mail and password. The id handed on is the session's, opened here. */
function passwordProvider() {
  return CredentialsProvider({
    id: "password",
    credentials: { email: {}, password: {} },
    authorize: orTrouble(async (given, request) => {
      const parsed = credentials.safeParse(given);
      if (!parsed.success) return null;
      const { email, password } = parsed.data;
      const person = await db().person.findUnique({
        where: { email: email.toLowerCase() },
        select: { id: true, passwordHash: true, deactivatedAt: true },
      });
      const browser = person && (await browserKnownTo(person.id));
      const trier = { email, address: String(request.headers?.[ADDRESS] ?? ""), browser };
      const wait = await beginTry(trier, now());
      if (wait > 0) throw new Error(`TooManyTries-${wait}`);
      if (!(await passwordMatches(person?.passwordHash ?? null, password))) return null;
      if (!person || person.deactivatedAt) return null;
      await endTry(trier);
      await rememberBrowser(person.id);
      return { id: await openSession(person.id, now(), openerOf(await headers())) };
    }),
  });
}

type Authorize = (
  given: Record<string, string> | undefined,
  request: { headers?: Record<string, unknown> },
) => Promise<{ id: string } | null>;

/** A password that could not be looked up is no wrong one. */
function orTrouble(authorize: Authorize): Authorize {
  return async (given, request) => {
    try {
      if (knownAway() === null) return await authorize(given, request);
      noteTrouble("database-away");
    } catch (error) {
      const trouble = troubleOf(error);
      if (!trouble) throw error;
      noteTrouble(trouble);
    }
    throw new Error("Busy");
  };
}

function openerOf(told: Pick<Headers, "get">) {
  return { userAgent: told.get("user-agent") ?? "", address: told.get(ADDRESS) ?? "" };
}

/** The company's own provider, when AUTH_OIDC_ISSUER names one. */
function companyProvider(): NextAuthOptions["providers"] {
  const settings = oidc();
  if (!settings) return [];
  return [
    {
      id: "company",
      name: settings.name,
      type: "oauth",
      wellKnown: `${settings.issuer}/.well-known/openid-configuration`,
      issuer: settings.issuer,
      clientId: settings.clientId,
      clientSecret: settings.clientSecret,
      idToken: true,
      checks: ["pkce", "state", "nonce"],
      authorization: { params: { scope: "openid email profile" } },
      profile: (given) => ({ id: claims.parse(given).sub }),
    },
  ];
}

/** Whom the provider's claims stand for. */
async function companyPerson(given: unknown): Promise<string> {
  const settings = oidc();
  const profile = claims.safeParse(given);
  if (!settings || !profile.success) throw new UserError("sign-in-unknown");
  return personForProfile(
    {
      issuer: settings.issuer,
      subject: profile.data.sub,
      email: profile.data.email,
      emailVerified: profile.data.email_verified === true,
      name: profile.data.name ?? "",
    },
    settings.domains,
    now(),
  );
}

/** What AUTH_OIDC_* say; null without an issuer. */
export function oidc() {
  const {
    AUTH_OIDC_ISSUER,
    AUTH_OIDC_CLIENT_ID,
    AUTH_OIDC_CLIENT_SECRET,
    AUTH_OIDC_NAME,
    AUTH_OIDC_DOMAINS,
  } = env();
  if (!AUTH_OIDC_ISSUER) return null;
  if (!AUTH_OIDC_CLIENT_ID || !AUTH_OIDC_CLIENT_SECRET) throw new UserError("oidc-incomplete");
  return {
    issuer: AUTH_OIDC_ISSUER.replace(/\/$/, ""),
    clientId: AUTH_OIDC_CLIENT_ID,
    clientSecret: AUTH_OIDC_CLIENT_SECRET,
    name: AUTH_OIDC_NAME ?? "SSO",
    domains: (AUTH_OIDC_DOMAINS ?? "")
      .split(",")
      .map((domain) => domain.trim().toLowerCase())
      .filter(Boolean),
  };
}
