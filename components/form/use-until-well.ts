import { useCallback, useEffect, useRef } from "react";
import { type Act, type OnTrouble, untilWell } from "#components/form/until-well.ts";

/** `untilWell` for a form: ends once the form is gone, since whoever closes it gives up what it sent. */
export function useUntilWell() {
  const left = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    left.current = controller;
    return () => controller.abort();
  }, []);
  return useCallback(
    (act: Act, onTrouble: OnTrouble) =>
      untilWell(act, onTrouble, () => left.current.signal.aborted),
    [],
  );
}
