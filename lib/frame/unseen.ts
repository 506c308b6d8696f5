/**
 * What is asked for without saying what was seen before: code of ours that holds the rows itself, an import or a sample
 * company. Whoever comes by a door says so, and is refused when somebody was faster.
 */
export type Unseen<Input, Token extends string> = Input extends unknown
  ? Omit<Input, Token> & { [Key in keyof Input & Token]?: Input[Key] | undefined }
  : never;
