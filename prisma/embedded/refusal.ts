/**
 * The embedded PostgreSQL can't run here, for a reason that whoever starts Tribune can mend. Its message says why and
 * what to do, in English: it is read in a terminal, before anyone has signed in.
 */
export class EmbeddedRefusal extends Error {
  override name = "EmbeddedRefusal";
}
