import { unstable_rethrow } from "next/navigation";
import type { Answer } from "#lib/action.ts";

/** The action's answer, or a refusal when none came: no connection, or more than a form may send. */
export async function answered<Result>(
  act: () => Promise<Answer<Result>>,
): Promise<Answer<Result>> {
  try {
    return await act();
  } catch (error) {
    unstable_rethrow(error);
    return { ok: false, error: { key: "not-sent", params: {} }, fields: {} };
  }
}
