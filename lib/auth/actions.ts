"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { runAction } from "#lib/action.ts";
import { currentActor } from "#lib/auth/session.ts";
import { preferences, savePreferences } from "#lib/auth/writes/preferences.ts";
import { closeSession } from "#lib/auth/writes/sessions.ts";
import { now } from "#lib/clock.ts";
import { isLanguage } from "#lib/i18n/language.ts";

/** The language of the pages before sign-in. */
export async function chooseLanguage(form: FormData): Promise<void> {
  const language = form.get("language");
  if (typeof language !== "string" || !isLanguage(language)) return;
  (await cookies()).set("language", language, {
    sameSite: "lax",
    httpOnly: true,
    maxAge: 31_536_000,
  });
}

export async function setLanguage(form: FormData): Promise<void> {
  await chooseLanguage(renamed(form, "locale", "language"));
  await runAction(preferences, savePreferences, { language: form.get("locale") });
}

export async function setTheme(form: FormData): Promise<void> {
  await runAction(preferences, savePreferences, { theme: form.get("theme") });
}

export async function setSingleKeys(form: FormData): Promise<void> {
  await runAction(preferences, savePreferences, { singleKeys: form.get("singleKeys") === "on" });
}

/** Ends the session in the database, so that a copied cookie is worth nothing, and forgets the cookie. */
export async function signOut(): Promise<void> {
  const actor = await currentActor();
  if (actor?.sessionId) await closeSession(actor.sessionId, now());
  const jar = await cookies();
  for (const { name } of jar.getAll()) {
    if (/^(__Secure-)?next-auth\.session-token/.test(name)) jar.delete(name);
  }
  redirect("/sign-in");
}

function renamed(form: FormData, from: string, to: string): FormData {
  const other = new FormData();
  const value = form.get(from);
  if (typeof value === "string") other.set(to, value);
  return other;
}
