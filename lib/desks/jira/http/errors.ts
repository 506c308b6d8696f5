import { UserError } from "#lib/errors.ts";
import type { ErrorArguments } from "#lib/i18n/sentences.ts";

/** What can go wrong between us and a Jira, each with a sentence and a next step in `jiraErrors`. */
export const jiraErrorCodes = [
  ...["address", "insecure", "private-address", "unreachable", "certificate", "slow", "elsewhere"],
  ...["not-jira", "unauthorised", "captcha", "forbidden", "not-found", "gone", "bad-query"],
  ...["unbounded", "query-brackets", "refused", "too-many", "parked", "unavailable", "cut"],
  ...["too-large", "token-repeated", "token-expired", "endless"],
] as const;

export type JiraErrorCode = (typeof jiraErrorCodes)[number];

export function jiraError<Code extends JiraErrorCode>(
  code: Code,
  ...params: ErrorArguments<`jiraErrors.${Code}`>
): UserError {
  return new UserError(`jiraErrors.${code}`, ...params);
}

export function isJiraError(error: unknown, code: JiraErrorCode): error is UserError {
  return error instanceof UserError && error.key === `jiraErrors.${code}`;
}

/** Jira asked for more patience than a job should sit through: go on from the saved cursor at `until`. */
export class JiraParked extends UserError<"jiraErrors.parked"> {
  readonly until: Date;

  constructor(host: string, until: Date) {
    super("jiraErrors.parked", { host, until: until.getTime() });
    this.name = "JiraParked";
    this.until = until;
  }
}
