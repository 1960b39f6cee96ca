/** The vocabulary's name for what an indicator is called, with the other ways to say it. */
export function canonicalNameOf(name: string): { name: string; aliases: string[] } {
  return { name, aliases: [] };
}
