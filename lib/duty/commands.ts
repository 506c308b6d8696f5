import "server-only";
import { dutyOps } from "#lib/duty/noun.ts";
import { exchangeDutyInput, giveDutyInput } from "#lib/duty/schema.ts";
import { exchangeDuty, giveDuty } from "#lib/duty/writes.ts";
import { command } from "#lib/frame/command.ts";

export const dutyCommands = {
  "duty.exchange": command({
    input: exchangeDutyInput,
    permissions: ["duty:exchange"],
    operations: [dutyOps.exchanged],
    run: exchangeDuty,
  }),
  "duty.give": command({
    input: giveDutyInput,
    permissions: ["duty:give"],
    operations: [dutyOps.given],
    run: giveDuty,
  }),
};
