import { html } from 'hono/html';
import type { Audience } from '../../../src/locales/audience.ts';
import type { Action, View } from '../../../src/view/view.ts';
import { link } from '../pages/blocks.ts';
import type { Html } from '../pages/layout.ts';
import type { Turn } from './conversations.ts';
import { blocksHtml } from './view-html.ts';

/** The id of the form that buttons belong to. It has no field: Enter in a field would press the first button. */
export const BUTTONS_FORM = 'press';

/** How a conversation is shown. */
export interface Shown {
  /** The name of the conversation. */
  chat: string;
  audience: Audience;
  /** Draws an answer beside it as a platform shows it, if one is chosen. */
  beside?: ((view: View) => Html) | undefined;
}

/** What was typed, the answer with its buttons, and the answer as a platform shows it. */
export function turnHtml({ id, line, view }: Turn, { chat, audience, beside }: Shown): Html {
  const { file } = view;
  const download =
    file === undefined
      ? ''
      : html`<p class="file"><a href="/chat/${chat}/files/${id}" download="${file.name}">📄 ${file.name}</a></p>`;
  return html`<article class="turn" id="t${id}" tabindex="-1">
<h2 class="typed" dir="auto">${line}</h2>
<div class="answer">${blocksHtml(view.blocks, audience.t)}${download}${readerLink(view, audience)}${buttonsHtml(view)}</div>${beside?.(view) ?? ''}
</article>`;
}

/** Leads to a section on the reader's page, or from a card to where its reader stopped. */
function readerLink({ about }: View, { t }: Audience): Html {
  if (about === undefined) return html``;
  const place = about.section === undefined ? '' : `?section=${about.section}#s${about.section}`;
  return html`<p class="in-reader"><a href="/articles/${about.article}${place}">${t('web.read')}</a></p>`;
}

/** Choices one below the other, unless the text already lists them; everything else side by side. */
function buttonsHtml({ actions, list }: View): Html {
  const choices = actions.filter(({ role }) => role === 'contents');
  const others = actions.filter(({ role }) => role !== 'contents');
  const isListed = list?.titles === 'text' && choices.length === list.articles.length;
  const rows = [
    choices.map((action, at) => (isListed ? buttonHtml(action, String(list.first + at)) : buttonHtml(action))),
    others.map((action) => buttonHtml(action)),
  ];
  return html`${rows.map((row, at) => {
    if (row.length === 0) return '';
    return html`<div class="buttons${at === 0 && !isListed ? ' choices' : ''}">${row}</div>`;
  })}`;
}

/** A button, with another text than its label if that is already above. */
function buttonHtml(action: Action, short?: string): Html {
  if ('url' in action)
    return html`<span class="address" dir="auto">${link(action.url, html`${action.label} ↗`)}</span>`;
  const name = short === undefined ? '' : html` aria-label="${action.label}" title="${action.label}"`;
  return html`<button form="${BUTTONS_FORM}" name="press" value="${action.command}" dir="auto"${name}>${short ?? action.label}</button>`;
}
