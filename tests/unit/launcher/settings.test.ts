import { describe, expect, it } from "vitest";
import { readSettings, refuseWrongSettings } from "#lib/launcher/settings.mjs";

const secret = "a secret of thirty-two characters";
const own = {
  NODE_ENV: "test" as const,
  DATABASE_URL: "postgresql://tribune:hidden-word@db.example:5432/tribune",
  NEXTAUTH_SECRET: secret,
  NEXTAUTH_URL: "https://tribune.example",
};

describe("What a start asks of its environment", () => {
  it("is nothing at all: port 3000, this machine", () => {
    const settings = readSettings({ NODE_ENV: "test" });
    expect(settings).toMatchObject({ port: 3000, address: "http://localhost:3000" });
    expect(settings.externalUrl).toBeUndefined();
  });

  it("is, with a company's own database, a secret and the address that people type", () => {
    expect(readSettings(own)).toMatchObject({
      address: "https://tribune.example",
      host: "0.0.0.0",
    });
    expect(() => readSettings({ ...own, NEXTAUTH_SECRET: "" })).toThrow(/needs NEXTAUTH_SECRET/);
    expect(() => readSettings({ ...own, NEXTAUTH_URL: undefined })).toThrow(/needs NEXTAUTH_URL/);
  });

  it("counts an empty variable as absent", () => {
    const settings = readSettings({
      NODE_ENV: "test",
      DATABASE_URL: "",
      PORT: "",
      NEXTAUTH_URL: "",
    });
    expect(settings).toMatchObject({ port: 3000, externalUrl: undefined });
  });

  it("refuses what can't be, without repeating a secret", () => {
    for (const [wrong, sentence] of [
      [{ PORT: "80o0" }, /PORT=80o0 is no port/],
      [{ NEXTAUTH_SECRET: "hidden-word" }, /NEXTAUTH_SECRET is too short/],
      [{ NEXTAUTH_URL: "tribune.example" }, /NEXTAUTH_URL is no address/],
      [{ DATABASE_URL: "mysql://root:hidden-word@db/tribune" }, /DATABASE_URL is no PostgreSQL/],
    ] as const) {
      const said = refusalOf({ ...own, ...wrong });
      expect(said).toMatch(sentence);
      expect(said).not.toContain("hidden-word");
    }
  });

  it("refuses what the product would not take, by its name alone", async () => {
    await refuseWrongSettings({ ...own, TRIBUNE_TIME_ZONE: "America/Los_Angeles" });
    const wrong = { ...own, TRIBUNE_TIME_ZONE: "Paris", TRIBUNE_SESSION_HOURS: "a week" };
    await expect(refuseWrongSettings(wrong)).rejects.toThrow(
      "Wrong settings in the environment: TRIBUNE_TIME_ZONE, TRIBUNE_SESSION_HOURS.",
    );
  });
});

function refusalOf(env: NodeJS.ProcessEnv): string {
  try {
    readSettings(env);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
