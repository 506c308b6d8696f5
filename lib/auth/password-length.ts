/** In characters; apart from the rule, whose dictionaries no form needs before somebody types. */
export const shortestPassword = 12;
export const longestPassword = 1000;
