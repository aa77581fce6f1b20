/** Node 20, which `npx` may run us with, lacks `Map.groupBy`. Imported by what starts a process. */
type Group = <Key, Item>(items: Iterable<Item>, keyOf: (item: Item, index: number) => Key) => Map<Key, Item[]>;

const groupBy: Group = (items, keyOf) => {
  const groups = new Map<ReturnType<typeof keyOf>, Parameters<typeof keyOf>[0][]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index);
    index += 1;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

const map = Map as { groupBy?: Group };
map.groupBy ??= groupBy;
