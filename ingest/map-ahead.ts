/** Works on several items at once and gives the results in the items' order. */
export async function* mapAhead<Item, Result>(
  items: readonly Item[],
  work: (item: Item, at: number) => Promise<Result>,
  atOnce: number,
): AsyncGenerator<Result> {
  const started: Promise<Result>[] = [];
  const start = () => {
    const at = started.length;
    const item = items[at];
    if (item === undefined) return;
    const promise = work(item, at);
    // Whoever waits for it hears of a failure; until then nobody does, and that is no fault.
    promise.catch(() => undefined);
    started.push(promise);
  };
  for (let ahead = 0; ahead < atOnce; ahead += 1) start();
  for (let at = 0; at < items.length; at += 1) {
    const promise = started[at];
    if (!promise) return;
    yield await promise;
    delete started[at];
    start();
  }
}
