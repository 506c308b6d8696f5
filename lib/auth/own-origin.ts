/** Whether a page of ours asks. Browsers name the origin of every POST; one without it is nobody's we know. */
export function isOwnOrigin(headers: Pick<Headers, "get">): boolean {
  const origin = headers.get("origin");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === headers.get("host");
}
