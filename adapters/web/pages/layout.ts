import { html } from 'hono/html';
import type { Audience } from '../../../src/locales/audience.ts';
import { type SocialCard, socialTags } from '../embed/social-tags.ts';

/** Escaped markup. */
export type Html = ReturnType<typeof html>;

/** Who sees a page. */
export interface Visitor extends Audience {
  /** Whether others than this machine see it. */
  isPublic?: boolean;
}

interface Layout {
  /** The title of the window. */
  title: string;
  /** What the search field shows. */
  words?: string;
  /** Whether it is a text that a reader continues later. */
  reader?: true;
  /** The address of its feeds, without their format. */
  feeds?: string;
  /** What a link to it shows elsewhere, if others can reach it. */
  card?: SocialCard | undefined;
  content: Html;
  /** More of what the page loads. */
  head?: Html;
}

/** A whole page: the name, the search field, and the content. */
export function layout({ title, words, reader, feeds, card, content, head }: Layout, audience: Visitor): Html {
  const { t, language, isPublic = false } = audience;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Gazette</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
<script src="/reader.js" defer></script>${feeds === undefined ? '' : feedLinks(feeds)}${card === undefined ? '' : socialTags(card)}${head ?? ''}
</head>
<body>
<a class="skip" href="#content">${t('web.skip')}</a>
<header class="top">
<a class="name" href="/">Gazette</a>
<a href="/digests">${t('web.digests')}</a>
${isPublic ? '' : html`<a href="/chat">${t('web.chat')}</a>`}
<form role="search" action="/"><input type="search" name="q" value="${words}" aria-label="${t('web.search')}" placeholder="${t('web.search')}" maxlength="200"></form>
</header>
<main id="content"${reader ? html` data-reader` : ''}>${content}</main>
${keyHelp(audience)}
</body>
</html>`;
}

function feedLinks(address: string): Html {
  return html`
<link rel="alternate" type="application/atom+xml" title="Atom" href="${address}.atom">
<link rel="alternate" type="application/feed+json" title="JSON Feed" href="${address}.json">`;
}

/** A page with a heading and a sentence. */
export function messagePage(message: string, audience: Audience): Html {
  const home = html`<p><a href="/">${audience.t('list.title')}</a></p>`;
  return layout({ title: message, content: html`<h1>${message}</h1>${home}` }, audience);
}

/** What the keys do, which the script shows. */
function keyHelp({ t }: Audience): Html {
  const keys: readonly (readonly [string, string])[] = [
    ['/', t('web.search')],
    ['j', t('web.key.next')],
    ['k', t('web.key.previous')],
    ['g h', t('list.title')],
    ['g d', t('web.digests')],
    ['?', t('web.keys')],
  ];
  const rows = keys.map(([key, what]) => html`<dt><kbd>${key}</kbd></dt><dd>${what}</dd>`);
  return html`<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">${t('web.keys')}</h2><dl>${rows}</dl>
<form method="dialog"><button>${t('web.close')}</button></form></dialog>`;
}
