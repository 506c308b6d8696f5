import { afterEach, describe, expect, it } from "vitest";
import { databaseUrl, env, parseEnvironment, shell } from "#lib/env.ts";

const given = { ...process.env };

afterEach(() => {
  process.env = { ...given };
});

describe("the settings", () => {
  it("are the company's own, with what is usual where it says nothing", () => {
    expect(parseEnvironment({ TRIBUNE_SESSION_HOURS: "8", TRIBUNE_TIME_ZONE: "" }).env).toEqual({
      PORT: 3000,
      TRIBUNE_BACKUP_DAYS: 30,
      TRIBUNE_SESSION_HOURS: 8,
      TRIBUNE_TIME_ZONE: "Europe/Paris",
    });
  });

  it("that are wrong are named, without what they say", () => {
    const wrong = { NEXTAUTH_SECRET: "hidden-word", PORT: "80o0", TRIBUNE_TIME_ZONE: "Paris" };
    expect(parseEnvironment(wrong)).toEqual({
      env: null,
      wrong: ["NEXTAUTH_SECRET", "PORT", "TRIBUNE_TIME_ZONE"],
    });
    Object.assign(process.env, wrong);
    expect(env).toThrow(/^Wrong settings in the environment: NEXTAUTH_SECRET, PORT, TRIBUNE_TIME/);
  });

  it("ask who mail is from where a server is named, and only for what can be one", () => {
    const server = { SMTP_URL: "smtps://name:password@mail.example:465" };
    expect(parseEnvironment(server).wrong).toEqual(["MAIL_FROM"]);
    const from = { ...server, MAIL_FROM: "Tribune <tribune@soupape.example>" };
    expect(parseEnvironment(from).wrong).toEqual([]);
    expect(parseEnvironment({ ...from, SMTP_URL: "https://mail.example" }).wrong).toEqual([
      "SMTP_URL",
    ]);
    expect(parseEnvironment({ ...from, MAIL_FROM: "Tribune" }).wrong).toEqual(["MAIL_FROM"]);
  });

  it("are read once, and again when one has changed", () => {
    const before = env();
    expect(env()).toBe(before);
    process.env.TRIBUNE_TIME_ZONE = "Pacific/Chatham";
    expect(env().TRIBUNE_TIME_ZONE).toBe("Pacific/Chatham");
  });

  it("need no database until somebody asks for it", () => {
    delete process.env.DATABASE_URL;
    expect(env().DATABASE_URL).toBeUndefined();
    expect(databaseUrl).toThrow("DATABASE_URL is not set");
  });
});

it("a command is told where it was typed and in which language, whatever is wrong with the settings", () => {
  Object.assign(process.env, { INIT_CWD: "/somewhere", LANG: "fr_FR.UTF-8", PORT: "80o0" });
  expect(shell()).toMatchObject({ folder: "/somewhere", language: "fr_FR.UTF-8" });
});
