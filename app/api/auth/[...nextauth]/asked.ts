/** What of next-auth is there: its own pages, its log and what answers a wrong method with a failure are not. */
const there: Readonly<Record<string, readonly string[]>> = {
  GET: ["csrf", "providers", "session", "error", "callback/company"],
  POST: ["signin/company", "callback/password", "signout"],
};

type Asked = { method: string; url: string; contentType: string | null; callbackCookie: string };

/** What is asked for, after "/api/auth/"; a status when that can't be: nothing there, or nothing to make sense of. */
export function askedOf({ method, url, contentType, callbackCookie }: Asked): string | 400 | 404 {
  const { pathname, searchParams } = new URL(url);
  const what = pathname.replace(/^\/api\/auth\//, "");
  if (!there[method]?.includes(what)) return 404;
  const isForm = contentType?.startsWith("application/x-www-form-urlencoded") ?? false;
  if (method === "POST" && !isForm) return 400;
  // Where to go afterwards is stated by the address or by a cookie: next-auth fails at what is no address.
  const goals = [searchParams.get("callbackUrl") ?? "", callbackCookie];
  return goals.every((goal) => goal === "" || isGoal(goal)) ? what : 400;
}

/** An address of pages, whole or from our root on. */
export function isGoal(text: string): boolean {
  const base = text.startsWith("/") ? "http://localhost" : undefined;
  return URL.canParse(text, base) && /^https?:$/.test(new URL(text, base).protocol);
}

/** Why somebody may not come in, as the sign-in page knows it: a word, whatever was in the address. */
export function reasonOf(url: string): string {
  const given = new URL(url).searchParams.get("error") ?? "";
  return /^[\w-]{1,50}$/.test(given) ? given : "unknown";
}
