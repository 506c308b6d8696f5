import "server-only";
import { authStaying } from "#lib/auth/tables.ts";
import { nounServer } from "#lib/frame/noun-server.ts";

export const authServer = nounServer({ staying: authStaying });
