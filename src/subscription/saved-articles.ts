import type { Article } from '../article/article.ts';
import type { StateStore } from '../state-store.ts';

/** Somebody on a platform, in whatever chat. */
export interface Person {
  platform: string;
  /** The person's id, unique on the platform. */
  by: string;
}

/** An article as somebody saved it: enough to list it after it has left the library. */
export interface SavedArticle extends Pick<Article, 'id' | 'title' | 'url' | 'source' | 'publishedAt'> {
  /** ISO 8601, UTC. */
  savedAt: string;
}

/** How many articles a person can save. */
export const MAX_SAVED = 200;
const MAX_TITLE_CHARS = 200;

/** The articles that people saved for themselves. A person has one list on a platform. */
export interface SavedArticles {
  /** The last saved first. */
  list(person: Person): Promise<readonly SavedArticle[]>;
  /** Saves an article, if it is not saved yet and the list is not full. */
  save(person: Person, article: Article, now: Date): Promise<'saved' | 'already' | 'full'>;
  /** Removes an article, and returns it as it was saved; undefined if it was not. */
  remove(person: Person, id: string): Promise<SavedArticle | undefined>;
  forget(person: Person): Promise<void>;
}

/** Keeps the lists in a state store, which only this process may change. */
export function createSavedArticles(state: StateStore): SavedArticles {
  const inOrder = createSerializer();
  const list = async (person: Person) => (await state.get<readonly SavedArticle[]>(keyOf(person))) ?? [];
  return {
    list,
    save: (person, article, now) =>
      inOrder(keyOf(person), async () => {
        const before = await list(person);
        if (before.some(({ id }) => id === article.id)) return 'already';
        if (before.length >= MAX_SAVED) return 'full';
        await state.set(keyOf(person), [toSaved(article, now), ...before]);
        return 'saved';
      }),
    remove: (person, id) =>
      inOrder(keyOf(person), async () => {
        const before = await list(person);
        const removed = before.find((one) => one.id === id);
        const rest = before.filter((one) => one !== removed);
        if (removed === undefined) return undefined;
        if (rest.length === 0) await state.delete(keyOf(person));
        else await state.set(keyOf(person), rest);
        return removed;
      }),
    forget: (person) => inOrder(keyOf(person), () => state.delete(keyOf(person))),
  };
}

function toSaved({ id, title, url, source, publishedAt }: Article, now: Date): SavedArticle {
  const start = [...title].slice(0, MAX_TITLE_CHARS).join('');
  return { id, title: start === title ? title : `${start}…`, url, source, publishedAt, savedAt: now.toISOString() };
}

function keyOf({ platform, by }: Person): string {
  return `saved:${platform}:${by}`;
}

/** Runs what changes the same value one after the other: the store has no atomic change. */
function createSerializer() {
  const tails = new Map<string, Promise<unknown>>();
  return async <Result>(key: string, work: () => Promise<Result>): Promise<Result> => {
    const done = (tails.get(key) ?? Promise.resolve()).then(work);
    const tail = done.catch(() => undefined);
    tails.set(key, tail);
    void tail.then(() => tails.get(key) === tail && tails.delete(key));
    return await done;
  };
}
