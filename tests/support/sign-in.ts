import { z } from "zod";

const csrf = z.object({ csrfToken: z.string() });

/** Signs somebody in by the form's own address. @returns the cookies to send from then on */
export async function signIn(
  url: string,
  person: { email: string; password: string },
): Promise<string> {
  const asked = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = csrf.parse(await asked.json());
  const given = await fetch(`${url}/api/auth/callback/password`, {
    method: "POST",
    headers: { cookie: cookiesOf(asked), origin: url },
    body: new URLSearchParams({ csrfToken, ...person, json: "true" }),
  });
  const cookie = cookiesOf(given);
  if (!cookie.includes("session-token")) throw new Error(`no sign-in: ${given.status}`);
  return cookie;
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0] ?? "")
    .join("; ");
}
