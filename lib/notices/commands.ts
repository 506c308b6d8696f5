import "server-only";
import { command } from "#lib/frame/command.ts";
import { followOps, noticeOps } from "#lib/notices/noun.ts";
import { noticesInput, subjectInput } from "#lib/notices/schema.ts";
import { endFollowing, startFollowing } from "#lib/notices/writes/follow.ts";
import { clearNotices, readNotices } from "#lib/notices/writes/notices.ts";

/** One follows whatever the nouns declare: `lib/commands.ts` lists these beside theirs. */
export const noticesCommands = {
  "follow.start": command({
    input: subjectInput,
    permissions: ["own-settings:edit"],
    operations: [followOps.started],
    run: startFollowing,
  }),
  "follow.end": command({
    input: subjectInput,
    permissions: ["own-settings:edit"],
    operations: [followOps.ended],
    run: endFollowing,
  }),
  "notice.read": command({
    input: noticesInput,
    permissions: ["own-settings:edit"],
    operations: [noticeOps.read],
    run: readNotices,
  }),
  "notice.clear": command({
    input: noticesInput,
    permissions: ["own-settings:edit"],
    operations: [noticeOps.cleared],
    run: clearNotices,
  }),
};
