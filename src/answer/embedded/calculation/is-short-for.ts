/** Whether all characters of a text stand in a name in their order, as those of an abbreviation do: 股交中心 of 股权交易中心. */
export function isShortFor(text: string, name: string): boolean {
  if (text.length < 2) return false;
  let at = -1;
  for (const character of text) {
    at = name.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return true;
}
