import { equipApp } from "#prisma/app-account.ts";

const account = { name: "tribune_app", password: "the app's own, for tests" };

/** The same database by the account that the app runs as in the product, which owns nothing of ours. */
export async function asApp(ownerUrl: string): Promise<string> {
  await equipApp(ownerUrl, account);
  const url = new URL(ownerUrl);
  url.username = account.name;
  url.password = account.password;
  return url.href;
}
