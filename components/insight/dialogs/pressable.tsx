import type { ReactNode } from "react";

/** A proposal that a press makes the answer: dashed until then. */
export function Pressable({
  isPressed,
  onPress,
  children,
}: {
  isPressed: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-pressed={isPressed}
      onClick={onPress}
      className="flex gap-2 rounded-control border border-dashed border-edge px-2 py-1 text-left wrap-anywhere hover:bg-sunk aria-pressed:border-solid aria-pressed:bg-accent-soft max-md:min-h-11 max-md:items-center"
    >
      {children}
    </button>
  );
}
