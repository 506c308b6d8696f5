import { z } from "zod";

const csrf = z.object({ csrfToken: z.string() });
const answered = z.object({ url: z.url() });

type Given = { email: string; password: string };

/** Signs somebody in by the form's own address. @returns the cookies to send from then on */
export async function signIn(url: string, given: Given): Promise<string> {
  const { cookie, error } = await trySignIn(url, given);
  if (!cookie.includes("session-token")) throw new Error(`no sign-in: ${error}`);
  return cookie;
}

/** @returns what the form is told is wrong, null when nothing is, and the cookies that are set. */
export async function trySignIn(url: string, given: Given, headers: Record<string, string> = {}) {
  const asked = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = csrf.parse(await asked.json());
  const cookie = [cookiesOf(asked), headers.cookie ?? ""].filter(Boolean).join("; ");
  const answer = await fetch(`${url}/api/auth/callback/password`, {
    method: "POST",
    headers: { ...headers, cookie, origin: url },
    body: new URLSearchParams({ csrfToken, ...given, json: "true" }),
  });
  const { url: next } = answered.parse(await answer.json());
  const error = new URL(next).searchParams.get("error");
  return { error, cookie: cookiesOf(answer), lines: answer.headers.getSetCookie() };
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0] ?? "")
    .join("; ");
}
