import { describe, expect, it } from "vitest";
import { fieldMapOf } from "#lib/desks/jira/issues/fields.ts";
import { fieldIds, fieldList } from "#tests/support/fake-jira/fields.ts";

const type = (id: number, custom: string, name = "Whatever") => ({
  ...{ id: `customfield_${id}`, name },
  schema: { type: "any", custom, customId: id },
});
const select = "com.atlassian.jira.plugin.system.customfieldtypes:select";

describe("the fields of a site", () => {
  it("are told by their type, whatever their number and name", () => {
    expect(fieldMapOf(fieldList)).toMatchObject({
      ...{ requestType: fieldIds.requestType, organisations: fieldIds.organisations },
      ...{ participants: fieldIds.participants, satisfaction: fieldIds.satisfaction },
      ...{
        slas: [fieldIds.resolutionSla],
        epicLink: fieldIds.epicLink,
        startDate: fieldIds.startDate,
      },
    });
  });

  it("called like one but of another type are not that one", () => {
    const map = fieldMapOf([
      type(1, "com.atlassian.jira.plugin.system.customfieldtypes:textfield", "Organizations"),
    ]);
    expect(map.organisations).toBeNull();
  });

  it.each(["Severity", "Gravité", "sévérité", "Severidad"])(
    "hold the severity as a choice called %s",
    (name) => {
      expect(fieldMapOf([type(4, select, name)]).severity).toBe("customfield_4");
      expect(fieldMapOf([type(4, "x:textfield", name)]).severity).toBeNull();
    },
  );

  it("of one name are numbered by age, in whatever order they come", () => {
    const both = [type(9, select, "Asset type"), type(3, select, "Asset type")];
    expect([...fieldMapOf(both).names]).toEqual([
      ["customfield_3", "Asset type"],
      ["customfield_9", "Asset type (2)"],
    ]);
    expect(fieldMapOf(both.toReversed()).names).toEqual(fieldMapOf(both).names);
  });

  it("that say nothing are known, and what is no field is passed over", () => {
    expect([...fieldMapOf(fieldList).noise].sort()).toEqual([fieldIds.development, fieldIds.rank]);
    expect(
      fieldMapOf([null, 3, {}, { id: 4 }, { id: "x", schema: 3, name: null }]).names.get("x"),
    ).toBe("x");
  });
});
