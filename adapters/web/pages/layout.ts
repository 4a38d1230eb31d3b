import { html } from 'hono/html';
import type { Audience } from '../../../src/locales/audience.ts';

/** Escaped markup. */
export type Html = ReturnType<typeof html>;

interface Layout {
  /** The title of the window. */
  title: string;
  /** What the search field shows. */
  words?: string;
  content: Html;
}

/** A whole page: the name, the search field, and the content. */
export function layout({ title, words = '', content }: Layout, { t, language }: Audience): Html {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Gazette</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<a class="skip" href="#content">${t('web.skip')}</a>
<header class="top">
<a class="name" href="/">Gazette</a>
<form role="search" action="/"><input type="search" name="q" value="${words}" aria-label="${t('web.search')}" placeholder="${t('web.search')}" maxlength="200"></form>
</header>
<main id="content">${content}</main>
</body>
</html>`;
}

/** A page with a heading and a sentence. */
export function messagePage(message: string, audience: Audience): Html {
  const home = html`<p><a href="/">${audience.t('list.title')}</a></p>`;
  return layout({ title: message, content: html`<h1>${message}</h1>${home}` }, audience);
}
