import { describe, expect, it } from "vitest";
import { isOwnHost, isOwnOrigin } from "#lib/door/own-address.ts";

const company = new URL("https://tribune.example.com");
const sample = new URL("http://localhost:3000");

describe("a request is for us", () => {
  it.each([
    ["by the name that people type", "tribune.example.com", company, true],
    ["with the port that goes without saying", "tribune.example.com:443", company, true],
    ["in capitals", "Tribune.Example.COM", company, true],
    ["not by another port", "tribune.example.com:8443", company, false],
    ["not by a name that leads to us", "evil.example", company, false],
    ["not by a name that begins like ours", "tribune.example.com.evil.example", company, false],
    ["not by an address of this machine, which people do not type", "127.0.0.1", company, false],
    ["not without a name", undefined, company, false],
    ["not by what is no name", "a b", company, false],
    ["on this machine by its name", "localhost:3000", sample, true],
    ["on this machine by its number", "127.0.0.1:3000", sample, true],
    ["on this machine by its newer number", "[::1]:3000", sample, true],
    ["not by another program's port on this machine", "localhost:4000", sample, false],
    ["not by a name that leads to this machine", "localhost.evil.example:3000", sample, false],
    ["not by a name that looks like a number", "127.0.0.1.evil.example:3000", sample, false],
  ])("%s", (_, host, own, expected) => {
    expect(isOwnHost(host, own)).toBe(expected);
  });
});

describe("a page of ours asks", () => {
  it.each([
    ["from where people are", "https://tribune.example.com", company, true],
    ["not from the same name without https", "http://tribune.example.com", company, false],
    ["not from elsewhere", "https://evil.example", company, false],
    ["not from nowhere", "null", company, false],
    ["not without saying from where", null, company, false],
    ["on this machine by any of its names", "http://127.0.0.1:3000", sample, true],
  ])("%s", (_, origin, own, expected) => {
    expect(isOwnOrigin(origin, own)).toBe(expected);
  });
});
