/** Too much is asked for at this moment: nothing was done, and the same may well be done soon. */
export class Busy extends Error {
  override name = "Busy";
}
