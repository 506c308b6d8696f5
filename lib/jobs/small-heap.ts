import { setFlagsFromString } from "node:v8";

/**
 * For processes that import: the rows of a batch are done with at once, but the memory for them would grow to several
 * times what is in use before it is looked through, for no gain in speed.
 */
export function keepHeapSmall(): void {
  setFlagsFromString("--max-semi-space-size=8");
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=40");
}
