import "server-only";
import { nounServer } from "#lib/frame/noun-server.ts";
import { ticketsForget } from "#lib/tickets/reads/forgets.ts";
import { ticketsTables } from "#lib/tickets/tables.ts";

export const ticketsServer = nounServer({ tables: ticketsTables, forgets: ticketsForget });
