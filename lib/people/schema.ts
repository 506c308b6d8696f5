import { z } from "zod";
import { isHatCode } from "#lib/auth/hats.ts";
import { longestPassword } from "#lib/auth/password-length.ts";
import { calendarDay } from "#lib/day.ts";
import { languages } from "#lib/i18n/language.ts";

const id = z.uuid();
const day = calendarDay;
const name = z.string().trim().min(1).max(200);
const email = z.string().trim().toLowerCase().pipe(z.email().max(320));

export const hatCode = z.string().refine(isHatCode);

/** What a person can be in an Impact team. */
export const teamRoles = [
  "pm",
  "developer",
  "lead-developer",
  "product-designer",
  "qa",
  "data-analyst",
  "product-marketing",
] as const;
export type TeamRole = (typeof teamRoles)[number];

const profile = {
  name,
  email,
  language: z.enum(languages).default("fr"),
  departmentId: id.nullable().default(null),
  managerId: id.nullable().default(null),
};

export const addPersonInput = z.strictObject(profile);
export type AddPersonInput = z.output<typeof addPersonInput>;

export const editPersonInput = z.strictObject({ id, version: z.int().min(1), ...profile });
export type EditPersonInput = z.output<typeof editPersonInput>;

export const invitePersonInput = z.strictObject({ personId: id });
export type InvitePersonInput = z.output<typeof invitePersonInput>;

export const deactivatePersonInput = z.strictObject({ id });
export type DeactivatePersonInput = z.output<typeof deactivatePersonInput>;

const place = {
  tribeId: id.nullable().default(null),
  teamId: id.nullable().default(null),
  departmentId: id.nullable().default(null),
};

export const giveHatInput = z
  .strictObject({
    personId: id,
    code: hatCode,
    ...place,
    /** First day with the hat; today when left out. */
    startsOn: day.nullable().default(null),
    /** First day without it. */
    endsOn: day.nullable().default(null),
  })
  .refine(
    ({ tribeId, teamId, departmentId }) =>
      [tribeId, teamId, departmentId].filter((part) => part !== null).length <= 1,
    { path: ["tribeId"] },
  );
export type GiveHatInput = z.output<typeof giveHatInput>;

export const takeHatInput = z.strictObject({ hatId: id, endsOn: day.nullable().default(null) });
export type TakeHatInput = z.output<typeof takeHatInput>;

export const startMembershipInput = z.strictObject({
  personId: id,
  teamId: id,
  role: z.enum(teamRoles),
  startsOn: day.nullable().default(null),
});
export type StartMembershipInput = z.output<typeof startMembershipInput>;

export const endMembershipInput = z.strictObject({
  membershipId: id,
  endsOn: day.nullable().default(null),
});
export type EndMembershipInput = z.output<typeof endMembershipInput>;

export const importPeopleInput = z.strictObject({ csv: z.string().min(1).max(2_000_000) });
export type ImportPeopleInput = z.output<typeof importPeopleInput>;

export const claimSetupInput = z.strictObject({
  token: z.string().min(1).max(200),
  name,
  email,
  password: z.string().max(longestPassword),
  language: z.enum(languages).default("fr"),
});
export type ClaimSetupInput = z.output<typeof claimSetupInput>;
