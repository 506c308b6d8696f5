import "server-only";
import { addressInSql } from "#lib/forgotten/reads/address-in.ts";
import type { Forgets, Identity } from "#lib/frame/forgets.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";

/** Where somebody who asks to be forgotten stands in what a desk said: as who asked, and as who commented. */
export const ticketsForget: Forgets = {
  otherwise: ({ externalKeys, ids }) => Prisma.sql`
    SELECT reporter_name AS name, reporter_email AS email FROM ticket WHERE reporter_key = ANY (${externalKeys})
    UNION SELECT author_name, NULL FROM ticket_comment WHERE author_key = ANY (${ids})`,
  own: [
    {
      step: "tickets",
      table: "ticket",
      counted: "tickets",
      theirs: isTheirTicket,
      empties: Prisma.sql`reporter_name = NULL, reporter_key = NULL, reporter_email = NULL, version = version + 1`,
    },
    {
      step: "comments",
      table: "ticket_comment",
      counted: null,
      theirs: isTheirComment,
      empties: Prisma.sql`author_name = NULL, author_key = NULL`,
    },
  ],
  namesakes: {
    ticket_id: (names) => Prisma.sql`
      SELECT t.id FROM one JOIN ticket t USING (id) WHERE lower(t.reporter_name) = ANY (${[...names]})`,
  },
};

function isTheirTicket({ externalKeys, emails, names }: Identity): Prisma.Sql {
  return Prisma.sql`
    (reporter_key = ANY (${externalKeys}) OR lower(reporter_email) = ANY (${emails})
      OR ${addressInSql(Prisma.sql`reporter_name`)} = ANY (${emails})
      OR (lower(reporter_name) = ANY (${names}) AND reporter_email IS NULL AND coalesce(reporter_key, '') NOT LIKE '%@%'))`;
}

function isTheirComment({ ids, emails, names }: Identity): Prisma.Sql {
  return Prisma.sql`
    (author_key = ANY (${ids}) OR lower(author_key) = ANY (${emails})
      OR ${addressInSql(Prisma.sql`author_name`)} = ANY (${emails})
      OR (lower(author_name) = ANY (${names}) AND coalesce(author_key, '') NOT LIKE '%@%'))`;
}
