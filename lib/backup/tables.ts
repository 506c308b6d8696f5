import "server-only";
import { staying } from "#lib/frame/table.ts";

/** What lies in another house's folder is none of this one's. */
export const backupStaying = [staying("backup", { impersonal: "name problem check_problem" })];
