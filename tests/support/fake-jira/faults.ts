/** Which requests a fault is for. */
export type Place =
  | "any"
  | "search"
  | "count"
  | "field"
  | "myself"
  | "issue"
  | "comment"
  | "changelog"
  | "desk";

export type Misbehaviour =
  /** An answer of another kind; `headers` such as Retry-After. */
  | { kind: "status"; status: number; headers?: Record<string, string>; body?: string }
  /** Half of the JSON, as if that were all. */
  | { kind: "cut" }
  /** The connection ends in the middle of the answer. */
  | { kind: "drop" }
  /** The connection ends before there is an answer. */
  | { kind: "reset" }
  | { kind: "slow"; ms: number }
  /** A web page of a sign-in. */
  | { kind: "page" }
  | { kind: "redirect"; to: string }
  /** The token that led to this page leads to it again. */
  | { kind: "repeated-token" }
  | { kind: "expired-token" }
  | { kind: "long"; bytes: number }
  /** Something happens in Jira before it answers. */
  | { kind: "meanwhile"; happens: () => void };

/** `after`: how many such requests go well before; `times`: how often, once unless told. */
export type Fault = { on: Place; as: Misbehaviour; after?: number; times?: number };

export function faultList() {
  let faults: Required<Fault>[] = [];

  return {
    add(fault: Fault) {
      faults.push({ after: 0, times: 1, ...fault });
    },
    clear() {
      faults = [];
    },
    /** What is to go wrong with a request, counted as done. */
    next(place: Place): Misbehaviour | null {
      for (const fault of faults) {
        if (fault.times <= 0 || (fault.on !== "any" && fault.on !== place)) continue;
        if (fault.after > 0) {
          fault.after -= 1;
          continue;
        }
        fault.times -= 1;
        return fault.as;
      }
      return null;
    },
  };
}
