import "server-only";
import { nounServer } from "#lib/frame/noun-server.ts";
import { ticketsTables } from "#lib/tickets/tables.ts";

export const ticketsServer = nounServer({ tables: ticketsTables });
