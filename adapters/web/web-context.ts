import type { Context } from 'hono';
import type { Arrivals } from '../../src/library/arrivals.ts';
import type { Library } from '../../src/library/library.ts';
import { createAudience } from '../../src/locales/audience.ts';
import type { Language } from '../../src/locales/languages.ts';
import type { State } from '../../src/state.ts';
import type { WebAccess } from './access.ts';
import type { Preview } from './chat/preview-html.ts';
import type { WebChat } from './chat/web-chat.ts';
import type { Gate } from './control/gate.ts';
import { languageFor } from './language.ts';
import { messagePage, type Visitor } from './pages/layout.ts';

/** What the page shows, and to whom. */
export interface WebContext {
  library: Pick<Library, 'article' | 'newest' | 'search' | 'sources' | 'versions' | 'earlierVersion' | 'refusals'>;
  /** For browsers that ask for no language of the bot. */
  language: Language;
  zone: string;
  now(): Date;
  /** When the digest of everything is due, `HH:MM`. */
  digestTime?: string;
  /** Without it, there are no editions of subscriptions, and no control room. */
  stores?: WebStores;
  /** Without it, the page is for this machine only, and nothing can be changed. */
  access?: WebAccess;
  /** The time since some start. */
  monotonicMs(): number;
  /** A view as the messages that a platform makes of it. */
  preview: Preview;
  chat: Pick<WebChat, 'names' | 'turns' | 'say' | 'complete'>;
  /** Reports an error that a visitor met. */
  report(error: unknown): void;
}

/** What chats get and follow. */
export interface WebStores extends Pick<State, 'subscriptions' | 'deliveries' | 'feeds'> {
  arrivals: Arrivals;
  /** Reads a snapshot of the library again; undefined if it is not there any more, or too large. */
  readSnapshot?(file: string, maxBytes: number): Promise<Uint8Array | undefined>;
}

/** The audience that a request comes from. */
export function audienceOf(context: Context, web: Pick<WebContext, 'language' | 'zone' | 'access'>): Visitor {
  const audience = createAudience(languageFor(context.req.header('accept-language'), web.language), web.zone);
  return { ...audience, isPublic: web.access?.isPublic ?? false };
}

/** The page number that a request asks for, from 1; of several lists of a page by their names. */
export function pageOf(context: Context, list = 'page'): number {
  const asked = context.req.query(list) ?? '';
  return PAGE.test(asked) ? Number(asked) : 1;
}

const PAGE = /^[1-9]\d{0,5}$/;

/** The address by which others reach the page, without a slash at the end; without a setting, that of the request. */
export function originOf(context: Context, { access }: Pick<WebContext, 'access'>): string {
  return access?.origin ?? `http://${context.req.header('host') ?? ''}`;
}

/** What the routes of a page share. */
export interface PageContext extends WebContext {
  access: WebAccess;
  gate: Gate;
}

/** What chats get and follow, for those who may see it. */
export function storesFor(context: Context, { gate, stores }: PageContext): WebStores | undefined {
  return gate.maySee(context) ? stores : undefined;
}

/** Answers that there is no such page. */
export function answerMissing(context: Context, web: WebContext) {
  const audience = audienceOf(context, web);
  return context.html(messagePage(audience.t('web.missing'), audience), 404);
}
