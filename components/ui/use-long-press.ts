import { type MouseEvent, type PointerEvent, useEffect, useRef } from "react";
import type { Point } from "#components/ui/context-menu.tsx";

const HELD_MS = 500;
const MOVED_PX = 10;

/**
 * Asks for the menu of what lies under the hand: the right button and the menu key, as the platform says them, and a
 * finger that rests, which not every phone tells of. The press that follows the resting finger is no click.
 */
export function useLongPress(onAsk: (target: Element, at: Point) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const from = useRef<Point>({ x: 0, y: 0 });
  const hasAsked = useRef(false);
  const letGo = () => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  return {
    onPointerDown(event: PointerEvent) {
      hasAsked.current = false;
      if (event.pointerType === "mouse" || !(event.target instanceof Element)) return;
      const { target, clientX: x, clientY: y } = event;
      from.current = { x, y };
      letGo();
      timer.current = setTimeout(() => {
        hasAsked.current = true;
        onAsk(target, { x, y });
      }, HELD_MS);
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      const { x, y } = from.current;
      if (Math.hypot(clientX - x, clientY - y) > MOVED_PX) letGo();
    },
    onPointerUp: letGo,
    onPointerCancel: letGo,
    onClickCapture(event: MouseEvent) {
      if (!hasAsked.current) return;
      hasAsked.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
    onContextMenu(event: MouseEvent) {
      if (!(event.target instanceof Element)) return;
      event.preventDefault();
      letGo();
      if (hasAsked.current) return;
      onAsk(event.target, { x: event.clientX, y: event.clientY });
    },
  };
}
