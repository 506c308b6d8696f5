import { adfNode } from "./adf-nodes.ts";
import { blockBuilder } from "./block-builder.ts";
import { cleanText } from "./clean-text.ts";
import { propertyOf } from "./json-value.ts";
import { write } from "./write.ts";

/**
 * A document of the Atlassian editor in our form. Of a node nobody knows the words are kept and those of all that is
 * in it; depth costs no stack. Never throws, whatever the value is.
 */
export function fromAdf(document: unknown): string {
  const builder = blockBuilder();
  const steps: ({ node: unknown } | { leave: () => void })[] = [{ node: document }];
  for (let step = steps.pop(); step; step = steps.pop()) {
    if ("leave" in step) {
      step.leave();
      continue;
    }
    const { node } = step;
    if (Array.isArray(node)) {
      for (let at = node.length - 1; at >= 0; at -= 1) steps.push({ node: node[at] });
      continue;
    }
    if (typeof node !== "object" || node === null) continue;
    const leave = adfNode(node, builder);
    if (leave) steps.push({ leave });
    steps.push({ node: propertyOf(node, "content") });
  }
  return cleanText(write(builder.finish()));
}
