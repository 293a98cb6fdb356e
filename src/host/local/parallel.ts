/** Does one thing for each item, at most `atOnce` of them at the same time. */
export const inParallel = async <T>(
  atOnce: number,
  items: Iterable<T>,
  act: (item: T) => Promise<void>,
): Promise<void> => {
  const rest = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = rest.next(); !next.done; next = rest.next()) await act(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
};
