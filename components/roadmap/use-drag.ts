"use client";

import { type RefObject, useEffect, useRef } from "react";

// The library comes with the first roadmap shown, after the page is there: nobody waits for it.
const adapter = () => import("@atlaskit/pragmatic-drag-and-drop/element/adapter");
const preview = () =>
  import("@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview");

/** Lets an element be dragged under its card id. */
export function useDraggable(
  ref: RefObject<HTMLElement | null>,
  cardId: string,
  enabled: boolean,
): void {
  useLater(enabled ? ref : null, cardId, async () => {
    const [{ draggable }, { setCustomNativeDragPreview }] = await Promise.all([
      adapter(),
      preview(),
    ]);
    return (element) =>
      draggable({
        element,
        getInitialData: () => ({ cardId }),
        onGenerateDragPreview: ({ nativeSetDragImage }) =>
          setCustomNativeDragPreview({
            nativeSetDragImage,
            render: ({ container }) => tilted(element, container),
          }),
      });
  });
}

/** Lets cards be dropped on an element: a team's lane, or the tray ("tray"). */
export function useDropTarget(
  ref: RefObject<HTMLElement | null>,
  place: string,
  takes: boolean,
): void {
  useLater(takes ? ref : null, place, async () => {
    const { dropTargetForElements } = await adapter();
    return (element) => dropTargetForElements({ element, getData: () => ({ place }) });
  });
}

type Over = { place: string; element: Element; x: number } | null;
type Watch = {
  onPick: (cardId: string) => void;
  onOver: (over: Over) => void;
  onDrop: (over: Over) => void;
};

/** Follows whatever is dragged on the page. */
export function useDragWatch(watch: Watch): void {
  const latest = useRef(watch);
  useEffect(() => {
    latest.current = watch;
  });
  useEffect(() => {
    let stop: (() => void) | null = null;
    let isOver = false;
    void adapter().then(({ monitorForElements }) => {
      if (isOver) return;
      stop = monitorForElements({
        onDragStart: ({ source }) => {
          if (typeof source.data.cardId === "string") latest.current.onPick(source.data.cardId);
        },
        onDrag: ({ location }) => latest.current.onOver(overOf(location.current)),
        onDrop: ({ location }) => latest.current.onDrop(overOf(location.current)),
      });
    });
    return () => {
      isOver = true;
      stop?.();
    };
  }, []);
}

type Location = {
  input: { clientX: number };
  dropTargets: { element: Element; data: Record<string | symbol, unknown> }[];
};

function overOf({ input, dropTargets }: Location): Over {
  const [target] = dropTargets;
  const place = target?.data.place;
  if (!target || typeof place !== "string") return null;
  return { place, element: target.element, x: input.clientX };
}

function tilted(element: HTMLElement, container: HTMLElement): void {
  const { width, height } = element.getBoundingClientRect();
  const clone = element.cloneNode(true);
  if (!(clone instanceof HTMLElement)) return;
  clone.style.cssText = `width:${width}px;height:${height}px;transform:rotate(-1.5deg);opacity:1`;
  container.style.padding = "8px";
  container.append(clone);
}

type Start = (element: HTMLElement) => () => void;

/** Starts once the library is there, unless the element has gone by then. */
function useLater(
  ref: RefObject<HTMLElement | null> | null,
  name: string,
  load: () => Promise<Start>,
): void {
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  useEffect(() => {
    const element = ref?.current;
    if (!element || !name) return;
    let stop: (() => void) | null = null;
    let isOver = false;
    void latest.current().then((start) => {
      if (!isOver) stop = start(element);
    });
    return () => {
      isOver = true;
      stop?.();
    };
  }, [ref, name]);
}
