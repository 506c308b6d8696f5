import { describe, expect, it } from "vitest";
import { isHatCode } from "#lib/auth/hats.ts";
import { sampleSignIns } from "#lib/auth/sample-sign-ins.ts";
import { sampleCustomers } from "#prisma/sample/customers.ts";
import {
  sampleDepartments,
  sampleMembers,
  sampleTeams,
  sampleTribes,
} from "#prisma/sample/organisation.ts";
import signIns from "#prisma/sample/sign-ins.json" with { type: "json" };

const names = new Set(sampleMembers.map(({ name }) => name));

describe("the sample company's people", () => {
  it("are at least seventy, each with a name and an address of their own", () => {
    expect(sampleMembers.length).toBeGreaterThanOrEqual(70);
    expect(names.size).toBe(sampleMembers.length);
    expect(new Set(sampleMembers.map(({ email }) => email)).size).toBe(sampleMembers.length);
    for (const { email } of sampleMembers)
      expect(email).toMatch(/^[a-z-]+\.[a-z-]+@soupape\.example$/);
  });

  it("have a department, known hats, and a manager up to the CEO", () => {
    const departments = new Set(sampleDepartments.map(({ code }) => code));
    for (const { department, manager, hats, jobTitle } of sampleMembers) {
      expect(departments).toContain(department);
      expect(hats.every(({ hat }) => isHatCode(hat))).toBe(true);
      if (manager === null) expect(jobTitle).toBe("CEO");
      else expect(names).toContain(manager);
    }
  });

  it("fill each team with the developers its page says", () => {
    for (const { code, developers, hasLeadDeveloper, pm } of sampleTeams) {
      const inTeam = (hat: string) =>
        sampleMembers.filter(({ hats }) =>
          hats.some(
            (worn) => worn.hat === hat && worn.scope.type === "team" && worn.scope.code === code,
          ),
        );
      const leads = inTeam("lead-developer").length;
      expect(leads + inTeam("developer").length).toBe(developers);
      expect(leads === 1).toBe(hasLeadDeveloper);
      expect(inTeam("pm").map(({ name }) => name)).toEqual([pm]);
    }
  });

  it("leave two teams incomplete: Astreinte has two developers, Portail no Lead Developer", () => {
    const short = sampleTeams.filter((team) => team.developers < 3 || !team.hasLeadDeveloper);
    expect(short.map(({ name }) => name)).toEqual(["Astreinte", "Portail"]);
  });

  it("lead four Tribes", () => {
    expect(sampleTribes.map(({ code }) => code)).toEqual(["PLA", "TER", "CON", "SOC"]);
    for (const { leadPm, engineeringManager, designer } of sampleTribes) {
      expect(names).toContain(leadPm);
      expect(names).toContain(engineeringManager);
      if (designer !== null) expect(names).toContain(designer);
    }
    expect(sampleTeams).toHaveLength(12);
  });

  it("include everyone whose sign-in is shown", () => {
    for (const { name, email } of signIns) {
      expect(sampleMembers.find((member) => member.email === email)?.name).toBe(name);
    }
  });
});

describe("the sample company's customers", () => {
  it("are 150, no two alike, each under a domain nobody owns", () => {
    expect(sampleCustomers).toHaveLength(150);
    expect(new Set(sampleCustomers.map(({ name }) => name)).size).toBe(150);
    expect(new Set(sampleCustomers.map(({ domain }) => domain)).size).toBe(150);
    for (const { domain } of sampleCustomers) expect(domain).toMatch(/^[a-z0-9-]+\.example$/);
  });

  it("count revenue for customers, an amount for prospects, a reason for lost ones", () => {
    for (const { state, arr, atStake, lostReason } of sampleCustomers) {
      expect(arr !== null).toBe(state === "customer");
      expect(atStake !== null).toBe(state === "prospect");
      expect(lostReason !== null).toBe(state === "lost");
    }
  });

  it("have a talkative fifth", () => {
    expect(sampleCustomers.filter(({ talkative }) => talkative)).toHaveLength(30);
  });
});

describe("the sample sign-ins", () => {
  it("are what the sign-in page can offer, a contributor without a hat among them", () => {
    expect(sampleSignIns.parse(signIns).map(({ label }) => label)).toContain("contributor");
  });
});
