import "server-only";
import { command } from "#lib/frame/command.ts";
import { themeOps } from "#lib/themes/noun.ts";
import * as input from "#lib/themes/schema.ts";
import { answerTheme } from "#lib/themes/writes/answer-theme.ts";
import * as commands from "#lib/themes/writes/themes.ts";

export const themesCommands = {
  "theme.answer": command({
    input: input.answerThemeInput,
    permissions: ["insight:answer"],
    operations: [themeOps.answered],
    run: answerTheme,
  }),
  "theme.create": command({
    input: input.createThemeInput,
    permissions: ["theme:edit"],
    operations: [themeOps.created],
    run: commands.createTheme,
  }),
  "theme.edit": command({
    input: input.editThemeInput,
    permissions: ["theme:edit"],
    operations: [themeOps.edited],
    run: commands.editTheme,
  }),
  "theme.group": command({
    input: input.groupInput,
    permissions: ["theme:edit"],
    operations: [themeOps.grouped],
    run: commands.groupInsights,
  }),
  "theme.ungroup": command({
    input: input.ungroupInput,
    permissions: ["theme:edit"],
    operations: [themeOps.ungrouped],
    run: commands.ungroupInsights,
  }),
  "theme.archive": command({
    input: input.archiveThemeInput,
    permissions: ["theme:edit"],
    operations: [themeOps.archived],
    run: commands.archiveTheme,
  }),
};
