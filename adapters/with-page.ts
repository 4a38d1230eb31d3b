import type { Edition } from '../src/digest/edition.ts';
import type { StateStore } from '../src/state-store.ts';
import { previewMessages } from './chat-previews.ts';
import type { Platform } from './shared/platform.ts';
import { systemClock } from './shared/system-clock.ts';
import { createWebChat } from './web/chat/web-chat.ts';
import { editionAddress } from './web/digests/edition-address.ts';
import type { WebPage } from './web/server.ts';
import type { WebSettings } from './web/settings.ts';
import type { WebContext } from './web/web-context.ts';

interface PageOptions extends Omit<WebContext, 'chat' | 'preview' | 'monotonicMs'> {
  states(namespace: string): StateStore;
  /** Logs the address. */
  say(line: string): void;
  warn(line: string): void;
}

/** What the page adds to the bot. */
export interface Pages {
  /** The platforms of the page. */
  pages: readonly Platform[];
  /** The public address of an edition; undefined if the page is not public. */
  pageOf: ((edition: Edition) => string) | undefined;
  /** The public address of an article, by its id; undefined if the page is not public. */
  articlePageOf: ((id: string) => string) | undefined;
}

/** The settings that serve no page. */
export const NO_PAGE: WebSettings = { port: 0 };

/** The addresses of what others can read. This process need not be the one that serves the page. */
function publicAddresses({ access }: WebSettings): Pick<Pages, 'pageOf' | 'articlePageOf'> {
  const origin = access?.isPublic === true ? access.origin : undefined;
  if (origin === undefined) return { pageOf: undefined, articlePageOf: undefined };
  return {
    pageOf: (edition) => origin + editionAddress(edition),
    articlePageOf: (id) => `${origin}/articles/${id}`,
  };
}

/**
 * Serves the page during some work, unless it is turned off. The work gets the platforms that the page has: its chat. It goes on
 * without them if the port cannot be used.
 */
export async function withPage(
  settings: WebSettings,
  { states, ...options }: PageOptions,
  work: (pages: Pages) => Promise<void>,
): Promise<void> {
  const chat = createWebChat(states('web'));
  const context = { ...options, chat, preview: previewMessages, monotonicMs: systemClock.monotonicMs };
  const page = settings.port === NO_PAGE.port ? undefined : await open(settings, context);
  try {
    await work({ pages: page === undefined ? [] : [chat.platform], ...publicAddresses(settings) });
  } finally {
    await page?.stop();
  }
}

async function open(
  settings: WebSettings,
  { say, warn, ...context }: WebContext & Pick<PageOptions, 'say' | 'warn'>,
): Promise<WebPage | undefined> {
  const { servePage } = await import('./web/server.ts');
  try {
    const page = await servePage(settings, context);
    say(`The library is at ${page.address}`);
    return page;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const why = code === 'EADDRINUSE' ? 'is in use' : `cannot be used (${code})`;
    warn(`Port ${settings.port} ${why}, so there is no web page. Set WEB_PORT to another one, or to 0.`);
    return undefined;
  }
}
