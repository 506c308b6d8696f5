/**
 * How a value that was stored reads in a sentence. A code chooses words; half months are person-months, hundredths what
 * they are a hundred of, bytes a size. A yes or no is a code too.
 */
export type Form =
  | "text"
  | "code"
  | "quarter"
  | "day"
  | "number"
  | "half-months"
  | "hundredths"
  | "hundredths-percent"
  | "bytes";
