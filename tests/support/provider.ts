import { once } from "node:events";
import { createServer } from "node:http";
import Provider from "oidc-provider";
import { freePort } from "#tests/support/free-port.ts";

/** Whoever signs in there: what they type as their login is their subject, and stands before the @. */
const claimsOf = (login: string) => ({
  sub: login,
  email: `${login.replace(/-unverified$/, "")}@soupape.example`,
  email_verified: !login.endsWith("-unverified"),
  name: login.replace(".", " "),
});

/** A real OpenID Connect provider on loopback, knowing one client; its login form takes any name and password. */
export async function startProvider(redirectUri: string) {
  const port = await freePort();
  const issuer = `http://127.0.0.1:${port}`;
  const client = { client_id: "tribune", client_secret: "a secret between the two" };
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [redirectUri] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    // next-auth reads the claims of the ID token.
    conformIdTokenClaims: false,
    findAccount: (_, login) => ({ accountId: login, claims: () => claimsOf(login) }),
    cookies: { keys: ["only for tests"] },
  });
  const server = createServer(provider.callback()).listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    settings: {
      AUTH_OIDC_ISSUER: issuer,
      AUTH_OIDC_CLIENT_ID: client.client_id,
      AUTH_OIDC_CLIENT_SECRET: client.client_secret,
      AUTH_OIDC_NAME: "Soupape",
      AUTH_OIDC_DOMAINS: "soupape.example",
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
