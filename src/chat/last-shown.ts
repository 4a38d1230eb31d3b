import type { StateStore } from '../state-store.ts';
import type { Address } from '../subscription/address.ts';
import type { View } from '../view/view.ts';

/** What was shown last, so that people can leave the article out or type its number. */
export interface LastShown {
  /** The article that was opened last. */
  article?: string;
  /** The articles of the list shown last, by number. Pages of one list add up. */
  list?: { of: string; articles: Readonly<Record<string, string>> };
  /** Whether the list was shown after the article; that only its pictures or links were shown does not count. */
  listIsNewer?: boolean;
  /** The buttons of the last answer that lead on or back, so that people can type their labels. */
  buttons?: readonly Pressed[];
  /** The buttons of the last answer of any kind but an article or a list: only that answer can be undone in a word. */
  answer?: readonly Pressed[];
}

/** A button that was shown, with the command that it types. */
interface Pressed {
  label: string;
  command: string;
}

interface Viewer {
  in: Address;
  by: string;
}

/** Remembers what chats were shown. */
export interface LastShownMemory {
  recall(where: Viewer): Promise<LastShown>;
  /** Remembers what a person was shown; without `by`, what was delivered to the chat. */
  remember(where: Pick<Viewer, 'in'> & Partial<Viewer>, view: View): Promise<void>;
  /** The position in the library up to which digests have shown it to a person here, or to the whole chat. */
  recallPosition(where: Viewer): Promise<number | undefined>;
  /** Remembers how far digests have shown the library: to a person here, or, without `by`, to the whole chat. */
  rememberPosition(where: Pick<Viewer, 'in'> & Partial<Viewer>, position: number): Promise<void>;
  /** Forgets a chat with all its threads and people. */
  forget(chat: Pick<Address, 'platform' | 'chat'>): Promise<void>;
  /** Follows a chat to its new address. */
  move(from: Address, to: Address): Promise<void>;
}

const MAX_BUTTONS = 12;
const HOUR_MS = 60 * 60 * 1000;
const KEEP_POSITION_MS = 400 * 24 * HOUR_MS;

/**
 * Remembers what was shown per person and per chat. In a group several people list articles at once, so for an hour a person's
 * own list wins; the chat's list is kept for a day.
 */
export function createLastShown(state: StateStore): LastShownMemory {
  const recallAt = async (key: string) => await state.get<LastShown>(key);
  const rememberAt = async (key: string, view: View, ttlMs: number) =>
    await state.set(key, merge((await recallAt(key)) ?? {}, view), ttlMs);
  return {
    async recall(where) {
      const [own, chat, answer = []] = await Promise.all([
        recallAt(ownKey(where)),
        recallAt(chatKey(where)),
        state.get<readonly Pressed[]>(answerKey(where)),
      ]);
      return { ...(own ?? chat), ...(answer.length > 0 && { answer }) };
    },
    async remember(where, view) {
      if (where.by !== undefined) await rememberAnswer({ ...where, by: where.by }, view, state);
      if (view.about === undefined && view.list === undefined) return;
      const own = where.by === undefined ? [] : [rememberAt(ownKey({ ...where, by: where.by }), view, HOUR_MS)];
      await Promise.all([...own, rememberAt(chatKey(where), view, 24 * HOUR_MS)]);
    },
    async recallPosition(where) {
      const [own = -1, chat = -1] = await Promise.all([
        state.get<number>(positionKey(where)),
        state.get<number>(positionKey({ in: where.in })),
      ]);
      const position = Math.max(own, chat);
      return position < 0 ? undefined : position;
    },
    async rememberPosition(where, position) {
      // A digest that was delayed shows less than a later one has shown.
      const before = (await state.get<number>(positionKey(where))) ?? -1;
      await state.set(positionKey(where), Math.max(before, position), KEEP_POSITION_MS);
    },
    forget: ({ platform, chat }) => state.deleteUnder(`shown:${platform}:${chat}:`),
    async move(from, to) {
      const shown = await recallAt(chatKey({ in: from }));
      if (shown !== undefined) await state.set(chatKey({ in: to }), shown, 24 * HOUR_MS);
      const position = await state.get<number>(positionKey({ in: from }));
      if (position !== undefined) await state.set(positionKey({ in: to }), position, KEEP_POSITION_MS);
    },
  };
}

function chatKey({ in: { platform, chat, thread = '' } }: Pick<Viewer, 'in'>): string {
  return `shown:${platform}:${chat}:${thread}`;
}

function ownKey(where: Viewer): string {
  return `${chatKey(where)}:${where.by}`;
}

function positionKey({ in: address, by = '' }: Pick<Viewer, 'in'> & Partial<Viewer>): string {
  return `${chatKey({ in: address })}:${by}:position`;
}

async function rememberAnswer(where: Viewer, { about, list, actions }: View, state: StateStore): Promise<void> {
  const answer = about === undefined && list === undefined ? toPressed(actions) : [];
  const isNews = answer.length > 0 || (await state.get(answerKey(where))) !== undefined;
  if (isNews) await state.set(answerKey(where), answer.slice(0, MAX_BUTTONS), HOUR_MS);
}

function answerKey(where: Viewer): string {
  return `${ownKey(where)}:answer`;
}

function toPressed(actions: View['actions']): readonly Pressed[] {
  return actions.flatMap((action) => ('command' in action ? [{ label: action.label, command: action.command }] : []));
}

function merge(
  { article, list: known, listIsNewer: wasNewer = false }: LastShown,
  { about, list, actions }: View,
): LastShown {
  const opened = about?.article ?? article;
  const buttons = toPressed(actions.filter(({ role }) => role !== 'contents'));
  return {
    ...(opened !== undefined && { article: opened }),
    ...mergeLists(known, list),
    listIsNewer: about === undefined || (wasNewer && about.aside === true),
    ...(buttons.length > 0 && { buttons: buttons.slice(0, MAX_BUTTONS) }),
  };
}

function mergeLists(known: LastShown['list'], list: View['list']): Pick<LastShown, 'list'> {
  if (list === undefined) return known === undefined ? {} : { list: known };
  const earlier = known?.of === list.of ? known.articles : {};
  const articles = Object.fromEntries(list.articles.map((id, index) => [String(list.first + index), id]));
  return { list: { of: list.of, articles: { ...earlier, ...articles } } };
}
