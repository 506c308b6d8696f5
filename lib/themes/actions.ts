"use server";

import { refresh } from "next/cache";
import { runAction } from "#lib/action.ts";
import { archiveThemeInput, createThemeInput, editThemeInput } from "#lib/themes/schema.ts";
import {
  archiveTheme as archiveThemeCommand,
  createTheme as createThemeCommand,
  editTheme as editThemeCommand,
} from "#lib/themes/writes/themes.ts";

export async function createTheme(input: unknown) {
  return runAction(createThemeInput, createThemeCommand, input);
}

export async function editTheme(input: unknown) {
  const answer = await runAction(editThemeInput, editThemeCommand, input);
  // Refused because somebody was faster: the page behind the form then shows what they wrote.
  refresh();
  return answer;
}

export async function archiveTheme(input: unknown) {
  return runAction(archiveThemeInput, archiveThemeCommand, input);
}
