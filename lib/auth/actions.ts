"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { submitFormAndLeave } from "#lib/act.ts";
import { isFromOwnPage } from "#lib/action.ts";
import { hasSecureCookies } from "#lib/auth/cookie.ts";
import { currentActor } from "#lib/auth/session.ts";
import { closeSession } from "#lib/auth/writes/sessions.ts";
import { now } from "#lib/clock.ts";
import { isLanguage } from "#lib/i18n/language.ts";

/** The language of the pages before sign-in. */
export async function chooseLanguage(form: FormData): Promise<void> {
  if (await isFromOwnPage()) await keepLanguage(chosen(form, "language"));
}

export async function setLanguage(form: FormData): Promise<void> {
  const language = chosen(form, "locale");
  if (await isFromOwnPage()) await keepLanguage(language);
  await submitFormAndLeave("person.edit-preferences", { language });
}

export async function setRegion(form: FormData): Promise<void> {
  await submitFormAndLeave("person.edit-preferences", { region: chosen(form, "region") });
}

export async function setTheme(form: FormData): Promise<void> {
  await submitFormAndLeave("person.edit-preferences", { theme: chosen(form, "theme") });
}

export async function setSingleKeys(form: FormData): Promise<void> {
  await submitFormAndLeave("person.edit-preferences", {
    singleKeys: chosen(form, "singleKeys") === "on",
  });
}

export async function setMessages(form: FormData): Promise<void> {
  await submitFormAndLeave("person.edit-preferences", { messages: chosen(form, "messages") });
}

export async function setDigest(form: FormData): Promise<void> {
  await submitFormAndLeave("person.edit-preferences", { digest: chosen(form, "digest") });
}

/** Empty: the company's. */
export async function setTimeZone(form: FormData): Promise<void> {
  const timeZone = chosen(form, "timeZone") || null;
  await submitFormAndLeave("person.edit-preferences", { timeZone });
}

/** Ends the session in the database, so that a copied cookie is worth nothing, and forgets the cookie. */
export async function signOut(): Promise<void> {
  if (!(await isFromOwnPage())) return;
  const actor = await currentActor();
  if (actor?.sessionId) await closeSession(actor.sessionId, now());
  const jar = await cookies();
  for (const { name } of jar.getAll()) {
    if (/^(__Secure-)?next-auth\.session-token/.test(name)) jar.delete(name);
  }
  redirect("/sign-in");
}

async function keepLanguage(language: string): Promise<void> {
  if (!isLanguage(language)) return;
  (await cookies()).set("language", language, {
    sameSite: "lax",
    httpOnly: true,
    secure: hasSecureCookies(),
    maxAge: 31_536_000,
  });
}

/** What a form says of one field; nothing when what was sent is no form. */
function chosen(form: unknown, name: string): string {
  const value = form instanceof FormData ? form.get(name) : null;
  return typeof value === "string" ? value : "";
}
