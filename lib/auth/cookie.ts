import { env } from "#lib/env.ts";

/** Whether people reach us by https, as the address that we are told says: next-auth names its cookies by it. */
export const hasSecureCookies = () => env().NEXTAUTH_URL?.startsWith("https://") ?? false;

/** The cookie that next-auth keeps its token in. */
export const sessionCookie = () =>
  `${hasSecureCookies() ? "__Secure-" : ""}next-auth.session-token`;

/** The cookie in which next-auth keeps where to go after signing in. */
export const callbackCookie = () =>
  `${hasSecureCookies() ? "__Secure-" : ""}next-auth.callback-url`;

/** The cookie by which we know a browser again: only https may set one of that name where we are behind it. */
export const knownBrowserCookie = () => `${hasSecureCookies() ? "__Secure-" : ""}tribune.browser`;
