/**
 * Text that was written by others, as the model gets it: marked off, and with nothing inside that could
 * close the mark.
 */
export function dataBlock(value: unknown): string {
  const json = JSON.stringify(value).replace(/</g, '\\u003c').replace(/>/g, '\\u003e');
  return `<plan_data>\n${json}\n</plan_data>`;
}
