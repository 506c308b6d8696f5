import * as address from "#lib/door/own-address.ts";

/** Whether a page of ours asks. Browsers name the origin of every POST; one without it is nobody's we know. */
export function isOwnOrigin(headers: Pick<Headers, "get">): boolean {
  return address.isOwnOrigin(headers.get("origin"), address.ownAddress());
}
