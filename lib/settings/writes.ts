import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { authorise } from "#lib/auth/policy.ts";
import { UserError } from "#lib/errors.ts";
import { type Call, write } from "#lib/operations/write.ts";
import { settingOps } from "#lib/settings/noun.ts";
import type { ChangeSettingInput } from "#lib/settings/schema.ts";

/** @throws UserError `not-allowed`, `changed-meanwhile` */
export async function changeSetting(actor: Actor, input: ChangeSettingInput, call: Call) {
  authorise(actor, "settings:manage");
  const { id, value, version } = input;
  const meta = { operation: settingOps.changed, params: { setting: id, value } } as const;
  return write(actor, call, meta, async (w) => {
    await w.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`setting:${id}`}))`;
    const chosen = await w.tx.setting.findUnique({ where: { id }, select: { version: true } });
    if ((chosen?.version ?? 0) !== version) throw new UserError("changed-meanwhile");
    if (chosen) await w.update("setting", [id], { value }, version);
    else await w.insert("setting", [{ id, value }]);
    return { id };
  });
}
