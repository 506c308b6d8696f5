import { UserError } from "#lib/errors.ts";
import { jiraError } from "./errors.ts";
import { type Answer, privateAddressCode } from "./guarded-fetch.ts";
import { CutAnswer, readText } from "./read-json.ts";

const byStatus = new Map<
  number,
  "bad-query" | "unauthorised" | "forbidden" | "not-found" | "gone" | "too-many"
>([
  [400, "bad-query"],
  [401, "unauthorised"],
  [403, "forbidden"],
  [404, "not-found"],
  [410, "gone"],
  [429, "too-many"],
]);

/** What an answer other than 200 means, in words for people. */
export async function refusalOf(answer: Answer, mostBytes: number, host: string) {
  const { status, headers } = answer;
  const said = saidIn(await readText(answer, mostBytes, host));
  if (/captcha/i.test(headers.get("x-authentication-denied-reason") ?? "")) {
    return jiraError("captcha", { host });
  }
  if (isDenied(answer)) return jiraError("unauthorised", { host });
  if (status === 400 && /next ?page ?token/i.test(said))
    return jiraError("token-expired", { host });
  if (status >= 500) return jiraError("unavailable", { host, status });
  const code = byStatus.get(status) ?? "refused";
  return jiraError(code, { host, status, said });
}

/** Wrong credentials may be answered as if nobody had signed in, with less in the answer and status 200. */
export function isDenied({ headers }: Answer): boolean {
  return /AUTHENTICATED_FAILED|AUTHENTICATION_DENIED/.test(
    headers.get("x-seraph-loginreason") ?? "",
  );
}

/** What went wrong before there was an answer, and whether trying again may help. */
export function failureOf(
  error: unknown,
  timedOut: boolean,
  host: string,
): { error: Error; again: boolean } {
  if (error instanceof UserError) return { error, again: false };
  if (error instanceof CutAnswer) return { error: jiraError("cut", { host }), again: true };
  if (timedOut) return { error: jiraError("slow", { host }), again: true };
  const code = codeOf(error);
  if (code === privateAddressCode)
    return { error: jiraError("private-address", { host }), again: false };
  if (certificateCode.test(code))
    return { error: jiraError("certificate", { host }), again: false };
  // A connection that ends in the middle of a compressed answer shows as one of these.
  if (/^(Z_BUF_ERROR|Z_DATA_ERROR|ERR_STREAM_PREMATURE_CLOSE)$/.test(code)) {
    return { error: jiraError("cut", { host }), again: true };
  }
  if (code === "")
    return { error: error instanceof Error ? error : new Error(String(error)), again: false };
  return { error: jiraError("unreachable", { host, reason: code }), again: code !== "ENOTFOUND" };
}

const certificateCode =
  /^(CERT_|ERR_TLS|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/;

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "";
  if ("code" in error && typeof error.code === "string") return error.code;
  return codeOf(error.cause);
}

/** Jira's own words, short enough for a sentence; empty for a web page. */
function saidIn(text: string): string {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== "object" || body === null) return "";
    const messages =
      "errorMessages" in body && Array.isArray(body.errorMessages) ? body.errorMessages : [];
    const errors =
      "errors" in body && typeof body.errors === "object" ? Object.values(body.errors ?? {}) : [];
    const single = "message" in body ? [body.message] : [];
    return [...messages, ...errors, ...single]
      .filter((word) => typeof word === "string")
      .join(" ")
      .slice(0, 300);
  } catch {
    return "";
  }
}
