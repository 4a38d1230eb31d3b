import { html } from 'hono/html';
import type { Audience } from '../../../src/locales/audience.ts';
import { type Html, layout } from '../pages/layout.ts';
import type { Turn } from './conversations.ts';
import { addressOf, SHOWN_AS, type ShownAs } from './shown-as.ts';
import { BUTTONS_FORM, type Shown, turnHtml } from './turn-html.ts';

export interface ChatPage extends Shown {
  as: ShownAs;
  /** The names of all conversations. */
  names: readonly string[];
  turns: readonly Turn[];
  /** Proves that a post comes from this page. */
  token: string;
  /** What prevented the last answer. */
  notice?: string;
}

/** What a newcomer can press before anything was said. */
const FIRST = ['/start', '/articles', '/digest', '/help'];
/** The longest line that is answered. */
export const MAX_LINE_CHARS = 2000;

/** A conversation: what was said, and the field to type in. It works without its script too. */
export function chatPage({ names, turns, token, notice = '', as, ...shown }: ChatPage): Html {
  const { chat, audience } = shown;
  const { t } = audience;
  const address = addressOf(chat, as);
  const secret = html`<input type="hidden" name="token" value="${token}">`;
  const content = html`<div class="chat${as === 'page' ? '' : ' compared'}">
<header class="chats"><h1>${t('web.chat')}</h1>${chatMenu({ chat, names, as }, audience)}${shownMenu({ chat, as }, audience)}</header>
<div class="log" role="log" aria-label="${t('web.chatLog')}">${turns.length === 0 ? welcome(audience) : ''}${turns.map((turn) => turnHtml(turn, shown))}</div>
<form id="${BUTTONS_FORM}" method="post" action="${address}">${secret}</form>
<form class="composer" id="say" method="post" action="${address}" enctype="multipart/form-data" autocomplete="off">
<p class="notice" role="status">${notice}</p>
${secret}
<ul class="offers" id="offers" role="listbox" aria-label="${t('web.chatOffers')}" hidden></ul>
<div class="line"><input id="line" name="line" type="text" maxlength="${MAX_LINE_CHARS}" aria-label="${t('web.chatLine')}" placeholder="${t('web.chatLine')}"
 enterkeyhint="send" autocapitalize="off" spellcheck="false" data-failed="${t('web.chatFailed')}"><button>${t('web.chatSend')}</button></div>
<label class="attach">${t('web.chatFile')} <input id="file" name="file" type="file"></label>
</form>
</div>`;
  return layout({ title: t('web.chat'), content, head: HEAD }, audience);
}

const HEAD = html`<link rel="stylesheet" href="/chat.css"><link rel="stylesheet" href="/preview.css"><script type="module" src="/chat.js"></script>`;

function chatMenu({ chat, names, as }: Pick<ChatPage, 'chat' | 'names' | 'as'>, { t }: Audience): Html {
  const all = [...new Set([...names, chat])].toSorted((one, other) => Number(one) - Number(other));
  const current = (name: string) => (name === chat ? html` aria-current="page"` : '');
  const items = all.map((name) => html`<li><a href="${addressOf(name, as)}"${current(name)}>${name}</a></li>`);
  const add = html`<li><a href="${addressOf('new', as)}">+ ${t('web.chatNew')}</a></li>`;
  return html`<nav aria-label="${t('web.chats')}"><ul>${items}${add}</ul></nav>`;
}

function shownMenu({ chat, as }: Pick<ChatPage, 'chat' | 'as'>, { t }: Audience): Html {
  const names = { page: t('web.chatAlone'), telegram: 'Telegram', discord: 'Discord' };
  const current = (one: ShownAs) => (one === as ? html` aria-current="true"` : '');
  const items = SHOWN_AS.map(
    (one) => html`<li><a href="${addressOf(chat, one)}"${current(one)}>${names[one]}</a></li>`,
  );
  return html`<nav aria-label="${t('web.chatAs')}"><ul>${items}</ul></nav>`;
}

function welcome({ t }: Audience): Html {
  const buttons = FIRST.map(
    (line) => html`<button form="${BUTTONS_FORM}" name="press" value="${line}">${line}</button>`,
  );
  return html`<div class="welcome"><p>${t('web.chatWelcome')}</p><div class="buttons">${buttons}</div></div>`;
}
