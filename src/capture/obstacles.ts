import { attribute, findAllBelow, findBelow } from '../html/tree/dom.ts';
import { pattern } from '../text/pattern.ts';
import { CaptureError } from './capture-error.ts';
import type { Page } from './head/read-page.ts';

/** A page with more text is an article, whatever else is on it. */
const MAX_CHARS = 1200;
/** Fewer characters are no article; in Chinese, Japanese and Korean they say twice as much. */
const MIN_CHARS = 200;
const MIN_REPORT_CHARS = 40;

const CONSENT_ADDRESS =
  /^https?:\/\/(?:consent|cmp|privacy|myprivacy|choices)[.-]|\/(?:consent|cookie-?wall|privacy-?gate|cookie-?consent|gdpr-?consent)(?:[/?.]|$)/i;
const CONSENT_TITLE = pattern('iu')`
  \b(?:
    before you continue|cookie (?:consent|settings|notice)|consent|we value your privacy|privacy settings
    |datenschutz-?einstellungen|bevor sie (?:fortfahren|weiter)|avant (?:d['’]accéder|de continuer)
    |votre vie privée|privacyinstellingen|antes de continuar|prima di continuare
  )\b
  |同意(?:画面|設定)|隐私(?:设置|政策)
`;
const LOGIN_ADDRESS =
  /\/(?:log-?in|sign-?in|signin|anmelden|connexion|registrieren|register|subscribe|abonnement|account\/auth)(?:[/?.]|$)/i;
const MISSING_TITLE =
  /^(?:error\s*)?404\b|\b(?:page|article|story|content) (?:was |is )?(?:not found|no longer available|unavailable)|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|pagina non trovata|ページが見つかりません|页面(?:不存在|未找到)|頁面不存在/iu;
const CHALLENGE_TITLE =
  /^(?:just a moment|attention required|access denied|are you a robot|verify(?:ing)? (?:you|that you)|security check|请稍候|ddos-guard|pardon our interruption)/iu;

/** What stands between a visitor and the article of a page, by the text that was found on it; undefined for an article. */
export function findObstacle(
  page: Page,
  { text, requested }: { text: string; requested: string },
): CaptureError | undefined {
  const { url, facts } = page;
  const title = facts.title || facts.headings[0] || '';
  if (CONSENT_ADDRESS.test(url) && !CONSENT_ADDRESS.test(requested)) return consentWall();
  if (text.length > MAX_CHARS) return undefined;
  if (CHALLENGE_TITLE.test(title))
    return new CaptureError('refused', 'The site wants to know whether the visitor is a person.');
  if (MISSING_TITLE.test(title) || isFrontInstead(url, requested))
    return new CaptureError('not-found', 'The page does not exist any more.');
  if (CONSENT_TITLE.test(title) && page.article === undefined) return consentWall();
  if (isLogin(page, requested)) return new CaptureError('login-required', 'The page is only for visitors who log in.');
  return isShort(text) && !isShortReport(page, text) ? noArticle(text) : undefined;
}

function consentWall(): CaptureError {
  return new CaptureError('consent-wall', 'The site shows only a question about cookies.');
}

function noArticle(text: string): CaptureError {
  const message =
    text === '' ? 'There is no text on the page, at least not without scripts.' : 'There is no article on the page.';
  return new CaptureError('no-article', message);
}

/** Sites send readers of deleted pages to the front page. */
function isFrontInstead(url: string, requested: string): boolean {
  return new URL(url).pathname === '/' && new URL(url).search === '' && (URL.parse(requested)?.pathname ?? '/') !== '/';
}

function isLogin({ url, document, article }: Page, requested: string): boolean {
  if (LOGIN_ADDRESS.test(url) && !LOGIN_ADDRESS.test(requested)) return true;
  const isPassword = findBelow(
    document,
    (element) => element.name === 'input' && attribute(element, 'type').toLowerCase() === 'password',
  );
  return isPassword !== undefined && article === undefined;
}

/** Whether a text has too few characters for an article. */
function isShort(text: string): boolean {
  const dense = (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu) ?? []).length;
  return text.length + dense < MIN_CHARS;
}

/** A short text may be a report of one sentence, if the page says that it is an article. */
function isShortReport({ document, facts, article }: Page, text: string): boolean {
  if (text.length < MIN_REPORT_CHARS || /javascript/i.test(text)) return false;
  const isArticle = facts.metas.get('og:type')?.some((type) => /article/i.test(type)) ?? false;
  const elements = findAllBelow(document, ({ name }) => name === 'article');
  return isArticle || article?.published !== undefined || elements.length === 1;
}
