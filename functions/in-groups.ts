const groupSize = 25;

/** Does something for each item, some side by side, and gives the results in the items' order. */
export const inGroups = async <Item, Result>(
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> => {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += groupSize) {
    results.push(...(await Promise.all(items.slice(start, start + groupSize).map(act))));
  }
  return results;
};
