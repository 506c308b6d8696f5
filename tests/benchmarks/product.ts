import { randomBytes } from "node:crypto";
import { signIn } from "#tests/support/sign-in.ts";
import { startWebServer } from "#tests/support/web-server.ts";
import { person } from "./company.ts";

/** The production build serving one company, and the cookies of somebody signed in. */
export type Product = { url: string; cookie: string; pid: number; stop: () => Promise<void> };

/**
 * @param secret the installation's, where something was sealed with it
 * @param who signs in
 */
export async function startProduct(
  databaseUrl: string,
  secret = randomBytes(32).toString("hex"),
  who = person,
): Promise<Product> {
  const web = await startWebServer(databaseUrl, { NEXTAUTH_SECRET: secret });
  try {
    return { ...web, cookie: await signIn(web.url, who) };
  } catch (error) {
    await web.stop();
    throw error;
  }
}
