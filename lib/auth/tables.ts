import "server-only";
import { staying } from "#lib/frame/table.ts";

/** How people prove who they are: leaves with nobody. */
export const authStaying = [
  staying("identity", { impersonal: "issuer subject" }),
  staying("session", { impersonal: "browser address" }),
  staying("password_link"),
  staying("setup_token", { impersonal: "token_hash" }),
  staying("sign_in_attempt", { impersonal: "key" }),
];
