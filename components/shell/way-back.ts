import { useRouter } from "next/navigation";
import { useCallback } from "react";

/** What browsers know of where this tab has been; not all of them tell. */
type Trail = {
  currentEntry: { index: number } | null;
  entries: () => readonly { url: string | null }[];
};

/**
 * Goes back to where one came from, as the browser's own Back does, with its filter and its row. Who came by a link from
 * outside, or from the door, goes to `otherwise`.
 */
export function useWayBack(otherwise: string): () => void {
  const router = useRouter();
  return useCallback(() => {
    if (cameFromUs()) router.back();
    else router.push(otherwise);
  }, [router, otherwise]);
}

const doors = /^\/(sign-in|set-up|password)\b/;

function cameFromUs(): boolean {
  const trail: unknown = Reflect.get(window, "navigation");
  if (!isTrail(trail)) return false;
  const before = trail.entries()[(trail.currentEntry?.index ?? 0) - 1]?.url;
  if (!before) return false;
  const { origin, pathname } = new URL(before);
  return origin === location.origin && !doors.test(pathname);
}

function isTrail(given: unknown): given is Trail {
  return typeof given === "object" && given !== null && "entries" in given;
}
