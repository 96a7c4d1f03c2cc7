interface HasId {
  /** A UUID in lower case: as text these have the order that PostgreSQL gives them, and S3 their keys. */
  id: string;
}

type Streams = Record<string, AsyncIterable<HasId>>;

/** What each stream has of one id. */
export type Joined<S extends Streams> = HasId & {
  [Name in keyof S]?: S[Name] extends AsyncIterable<infer Item> ? Item : never;
};

interface Waiting {
  name: string;
  iterator: AsyncIterator<HasId>;
  item: HasId;
}

/**
 * Goes through streams side by side and hands out together what they have of the same id. It holds one item of each,
 * however long they are.
 *
 * @param streams each in ascending order of ids, with no id twice
 */
export async function* joinById<S extends Streams>(streams: S): AsyncGenerator<Joined<S>> {
  const started = Object.entries(streams).map(([name, stream]) => next(name, stream[Symbol.asyncIterator]()));
  let waiting = await present(started);
  while (waiting.length > 0) {
    const [id = ''] = waiting.map(({ item }) => item.id).sort();
    const reached = waiting.filter(({ item }) => item.id === id);
    const items = reached.map(({ name, item }) => [name, item]);
    yield { id, ...Object.fromEntries(items) } as Joined<S>;
    const ahead = waiting.filter(({ item }) => item.id !== id);
    waiting = [...ahead, ...(await present(reached.map(({ name, iterator }) => next(name, iterator))))];
  }
}

async function next(name: string, iterator: AsyncIterator<HasId>): Promise<Waiting | undefined> {
  const { done, value } = await iterator.next();
  return done ? undefined : { name, iterator, item: value };
}

async function present(items: Promise<Waiting | undefined>[]): Promise<Waiting[]> {
  return (await Promise.all(items)).filter((item) => item !== undefined);
}
