import { attribute, type Element } from './dom.ts';

const NEVER_TEXT = new Set(
  (
    'script style template head link meta title svg math-ml canvas map object applet button input select option ' +
    'textarea datalist dialog menu nav footer progress meter rp rt'
  ).split(' '),
);

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Whether a reader of the page would not see the element at all. */
function isHidden(element: Element): boolean {
  if ('hidden' in element.attribs) return true;
  if (attribute(element, 'aria-hidden') === 'true' && element.name !== 'img') return true;
  return HIDDEN_STYLE.test(attribute(element, 'style'));
}

/** Off-screen text is for screen readers: labels of what stands beside it. */
const OFF_SCREEN =
  /^(?:off-?screen|visually-?hidden\w*|sr-only|screen-?reader(?:-text|s-only)?|accessible-hide|u-visually-hidden)$/i;

const ROLES = new Set(
  'navigation banner contentinfo complementary search dialog alertdialog menu toolbar tablist'.split(' '),
);

/** Class and id words of what stands around or between an article's text on a page, and is not the article. */
const FURNITURE = toPattern(
  'ads? adslot ad-?(?:box|container|unit|wrapper|slot|label) advert\\w* adsbygoogle mpu dfp outbrain taboola ' +
    'sponsor(?:ed)? promo share\\w* sharing sharedaddy jp-relatedposts ' +
    'social(?:-?(?:share|media|links?|bar|buttons?|icons?)) addtoany addthis sns breadcrumbs? pagination pager ' +
    'nav(?:bar|igation)? menu sidebar skip-?link newsletter\\w* subscribe subscription sign-?up paywall comments? ' +
    'comment-?(?:box|list|form|count|area) disqus\\w* respond related ' +
    'related-?(?:posts?|articles?|content|stories|news|links?) recommend\\w* read-?more ' +
    'more-?(?:stories|news|on|from) most-?(?:read|popular) trending popular also-?(?:read|like) see-?also teasers? ' +
    'postinfo post-?(?:meta|nav|tags|footer) entry-?(?:meta|footer|utility) ' +
    'article-?(?:tags|meta|footer|tools|actions) tags tag-?(?:list|cloud) topics?-?list ' +
    'author-?(?:bio|box|card|info) cookie\\w* gdpr consent print-?(?:only|button) donate donation footer kicker-nav ' +
    'author-?(?:social|follow) story-?links inline-?(?:recirc|related) recirc\\w* piano login regist\\w* register ' +
    'member-?only appli?-?banner app-?download self-promo trust-?badge\\w* jump-link embed-screenshot-nonejs ' +
    'zoomattribute embedded-content-notice youtube-warning toc vote rating likes? gallery-nav player-controls',
);

/** Words of what lies over a page. It may also be what shows a picture large, so it goes only with its text. */
const LAYERS = toPattern(
  'modal popup overlay tooltip dropdown\\w* pswp lightbox tp-modal toolbar callout expand-button',
);

function toPattern(words: string): RegExp {
  return new RegExp(`(?:^|[\\s_-])(?:${words.replaceAll(' ', '|')})(?=$|[\\s_-])`, 'i');
}

const CAMEL = /([a-z])([A-Z])/g;

function names(element: Element): string {
  const written = `${attribute(element, 'class')} ${attribute(element, 'id')} ${attribute(element, 'data-component')} ${attribute(element, 'data-e2e')} ${attribute(element, 'data-testid')}`;
  return written.replace(CAMEL, '$1-$2');
}

/** Whether the element is never part of any article: scripts, controls, hidden and off-screen things, navigation. */
export function isNeverContent(element: Element): boolean {
  if (element.type !== 'tag' || (NEVER_TEXT.has(element.name) && !isAttribution(element))) return true;
  if (isHidden(element)) return true;
  if (ROLES.has(attribute(element, 'role'))) return true;
  return attribute(element, 'class')
    .split(/\s+/)
    .some((name) => OFF_SCREEN.test(name));
}

/** The footer of a quote says whose words it holds (https://html.spec.whatwg.org/#the-blockquote-element). */
function isAttribution({ name, parent }: Element): boolean {
  return name === 'footer' && parent?.type === 'tag' && parent.name === 'blockquote';
}

/** Paragraphs and headings are text whatever they are called, and so is what runs inside them (a program's comments). */
const NEVER_FURNITURE = new Set(
  'p body html main h1 h2 h3 h4 h5 h6 span b i em strong code pre mark sub sup small font u s'.split(' '),
);

/** Whether the element's names say that it is furniture of the page; the caller weighs how much text it holds. */
export function looksLikeBoilerplate(element: Element, saysSomething: boolean): boolean {
  if (element.name === 'aside' || element.name === 'form') return true;
  if (NEVER_FURNITURE.has(element.name)) return false;
  if (!('class' in element.attribs || 'id' in element.attribs || 'data-e2e' in element.attribs)) return false;
  const said = names(element);
  return FURNITURE.test(said) || (LAYERS.test(said) && saysSomething);
}
