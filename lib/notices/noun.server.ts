import "server-only";
import { nounServer } from "#lib/frame/noun-server.ts";
import { noticesStaying, noticesTables } from "#lib/notices/tables.ts";

export const noticesServer = nounServer({ tables: noticesTables, staying: noticesStaying });
