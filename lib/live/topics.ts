import type { Permission } from "#lib/auth/policy.ts";
import type { Noun } from "#lib/frame/noun.ts";
import { nouns, operationsByName, type Topic } from "#lib/nouns.ts";

// What the news says: which part of the product something happened in, never what, to what or by whom.

const declared: readonly Noun[] = nouns;

/** Who may know that something happened somewhere. */
const permissions: Readonly<Record<string, Permission>> = Object.assign(
  {},
  ...declared.map(({ topics }) => topics ?? {}),
);

const topicsOfSubjects: readonly string[] = declared.flatMap(({ commented }) => commented ?? []);

/** The parts that an operation is news of. An undo has those of what it took back. */
export function topicsOf(operationName: string): readonly Topic[] {
  const topics = operationsByName.get(operationName)?.topics ?? [];
  return (topics === "subjects" ? topicsOfSubjects : topics).filter(isTopic);
}

export function permissionToKnow(topic: Topic): Permission {
  const permission = permissions[topic];
  if (!permission) throw new Error(`nobody says who may know of ${topic}`);
  return permission;
}

function isTopic(name: string): name is Topic {
  return Object.hasOwn(permissions, name);
}
