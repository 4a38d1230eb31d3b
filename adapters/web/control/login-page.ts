import { html } from 'hono/html';
import type { Audience } from '../../../src/locales/audience.ts';
import { type Html, layout } from '../pages/layout.ts';

/** Asks for the token of the control room; `problem` says why the last one did not open it. */
export function loginPage(problem: string | undefined, audience: Audience): Html {
  const { t } = audience;
  const title = t('control.title');
  const said = problem === undefined ? '' : html`<p class="note" role="alert">${problem}</p>`;
  const content = html`<h1>${title}</h1>${said}
<form method="post" action="/control/open" class="login"><label>${t('control.token')} <input type="password" name="token" autocomplete="current-password" required maxlength="500"></label> <button>${t('control.open')}</button></form>`;
  return layout({ title, content }, audience);
}
