import { rememberTests } from '../../text/remembered-test.ts';
import { isImageAddress } from '../images.ts';
import { attribute, type Element, findBelow, textUpTo } from '../tree/dom.ts';
import { isPanelHeading } from './accordion.ts';
import { isHidden } from './hidden.ts';
import { isMark } from './marks.ts';

const NON_CONTENT_TAGS = new Set(
  (
    'script style template head link meta title svg math-ml annotation annotation-xml canvas map object applet button input select option ' +
    'textarea datalist dialog menu nav footer progress meter rp rt'
  ).split(' '),
);

const NON_CONTENT_ROLES = new Set(
  'navigation banner contentinfo complementary search dialog alertdialog menu toolbar tablist'.split(' '),
);

/** Class and id words of elements around or between an article's text. */
const BOILERPLATE_NAMES = toPattern(
  'ads? adslot ad-?(?:box|container|unit|wrapper|slot|label) advert\\w* adsbygoogle mpu dfp outbrain taboola ' +
    'sponsor(?:ed)? promo share\\w* sharing sharedaddy jp-relatedposts ' +
    'social(?:-?(?:share|media|links?|bar|buttons?|icons?)) addtoany addthis sns breadcrumbs? pagination pager ' +
    'nav(?:bar|igation)? menu sidebar skip-?link newsletter\\w* subscribe subscription sign-?up paywall comments? ' +
    'comment-?(?:box|list|form|count|area) disqus\\w* respond related(?![_-](?:images?|photos?|pictures?|media)) ' +
    'related-?(?:posts?|articles?|content|stories|news|links?) recommend\\w* read-?more ' +
    'more-?(?:stories|news|on|from) most-?(?:read|popular) trending popular also-?(?:read|like) see-?also teasers? ' +
    'postinfo post-?(?:meta|nav|tags|terms|footer) entry-?(?:meta|footer|utility) (?:post|topic|entry)-?categor(?:y|ies) cat-links ' +
    'article-?(?:tags|meta|footer|tools|actions) tags (?:article-)?hash-?tags? tag-?(?:list|cloud) topics?-?list ' +
    'author-?(?:bio|box|card|info) cookie\\w* gdpr consent print-?(?:only|button) donate donation footer kicker-nav ' +
    'author-?(?:social|follow) story-?links inline-?(?:recirc|related) recirc\\w* piano login regist\\w* register ' +
    'member-?only appli?-?banner app-?download self-promo likers facepile reactions? reaction-?bar avatars? share-?count(?:er)? post-?ufi clap subscription-?\\w* trust-?badge\\w* jump-link embed-screenshot-nonejs ' +
    'zoomattribute embedded-content-notice youtube-warning toc article-?info page-?links txt-copyright rich_media_meta_list catlinks navbox printfooter recipe-?(?:print|pin|rating|jump|link)\\w* jump-?to post-?profile user-?profile vote vote-?(?:cell|count) (?:opinion-?)?poll(?![_-](?:tracker|results?|charts?)) anketa umfrage sondage encuesta sondaggio rating likes? gallery-nav player-controls backsohucom user-?title message-?user(?![_-]?content)(?:-?extras)? user-?info poster-?info author-?(?:statistics|information) c-author-?pane ambox (?:post|article|entry)-?(?:copyright|licen[cs](?:e|ing))',
);

/** Words of boxes that hold the author's own text: callouts, notes, fact boxes, recipe cards. */
const CONTENT_BOX_NAMES = toPattern(
  'callout note notes admonition infobox info-?box portable-infobox fact-?box factbox footnotes? endnotes references ' +
    'tip warning hint caution important danger recipe\\w* explainer key-?points takeaways editors?-?note authors?-?notes? ' +
    'highlight-?box onebox glossary definition correction update',
);

/** Words of overlays. An overlay without text may show an image in large size, so only one with text is boilerplate. */
const OVERLAY_NAMES = toPattern(
  'modal popup overlay tooltip dropdown\\w* pswp lightbox tp-modal toolbar expand-button',
);

function toPattern(words: string): Pick<RegExp, 'test'> {
  return rememberTests(new RegExp(`(?:^|[\\s_-])(?:${words.replaceAll(' ', '|')})(?=$|[\\s_-])`, 'i'));
}

const CAMEL_CASE = /([a-z])([A-Z])/g;

/** Attributes in which pages name what an element is. */
const NAMING = ['class', 'id', 'data-component', 'data-e2e', 'data-testid'];

function namesOf(element: Element): string {
  return NAMING.map((name) => attribute(element, name))
    .join(' ')
    .replace(CAMEL_CASE, '$1-$2');
}

/** Whether the element is never part of an article: scripts, controls, hidden and off-screen elements, navigation. */
export function isNeverContent(element: Element): boolean {
  if (
    element.type !== 'tag' ||
    (NON_CONTENT_TAGS.has(element.name) && !isContentFooter(element) && !isContentButton(element))
  )
    return true;
  if (isHidden(element) || isMark(element)) return true;
  return NON_CONTENT_ROLES.has(attribute(element, 'role')) || isPromotion(element);
}

const PROMOTION_LABELS = /(?:^|[\s_-])(?:promo|promotions?|newsletter|recommendations?|podcast-promo)(?=$|[\s_-])/i;

/** A region that its label calls a promotion. */
function isPromotion({ attribs }: Element): boolean {
  const label = attribs['aria-labelledby'];
  return label !== undefined && PROMOTION_LABELS.test(label);
}

/** The footer of a quote names its source (https://html.spec.whatwg.org/#the-blockquote-element); other footers may hold notes. */
function isContentFooter(element: Element): boolean {
  const { name, parent } = element;
  if (name !== 'footer') return false;
  return (parent.type === 'tag' && parent.name === 'blockquote') || /\b(?:foot|end)notes?\b/i.test(namesOf(element));
}

function isContentButton(element: Element): boolean {
  return isPictureButton(element) || isPanelHeading(element);
}

/** A button that is only a picture shows it in large size; an icon has one size and a short name. */
function isPictureButton(element: Element): boolean {
  if (element.name !== 'button' || textUpTo(element, 0) === undefined) return false;
  return findBelow(element, isPhotograph) !== undefined;
}

function isPhotograph({ name, attribs }: Element): boolean {
  if (name !== 'img' || /\.svg(?:$|[?#])/i.test(attribs['src'] ?? '')) return false;
  return 'srcset' in attribs || 'data-srcset' in attribs || (attribs['alt'] ?? '').length >= MIN_DESCRIPTION_UNITS;
}

const MIN_DESCRIPTION_UNITS = 30;

function isContentBox(element: Element): boolean {
  if (/^(?:note|doc-)/.test(attribute(element, 'role')) || findBelow(element, isQuotation)) return true;
  return CONTENT_BOX_NAMES.test(`${namesOf(element)} ${BOX_LABELS.map((name) => attribute(element, name)).join(' ')}`);
}

const REMARK_TAGS = new Set('p br b i em strong span q u s small sub sup'.split(' '));

/** An aside of words alone, without any name, is a remark of the text. */
function isAsideOfText(element: Element): boolean {
  return (
    Object.keys(element.attribs).length === 0 && findBelow(element, ({ name }) => !REMARK_TAGS.has(name)) === undefined
  );
}

/** Attributes in which templates and their tests name a box. */
const BOX_LABELS = ['data-cy', 'data-qa', 'data-type', 'aria-label'];

function isQuotation({ name }: Element): boolean {
  return name === 'blockquote';
}

/** Paragraphs, headings and inline elements are text, whatever their names. */
const NEVER_BOILERPLATE = new Set(
  'p body html main h1 h2 h3 h4 h5 h6 span b i em strong code pre mark sub sup small font u s'.split(' '),
);

/** A note of the text, or the rating of a review by its author. */
function isAlwaysContent({ attribs }: Element): boolean {
  return attribs['role'] === 'note' || attribs['itemprop'] === 'reviewRating';
}

/** Whether an element looks like boilerplate by its tag and names; the caller also considers how much text it contains. */
export function looksLikeBoilerplate(element: Element, hasText: boolean): boolean {
  if (element.name === 'form' || (element.name === 'aside' && !isContentBox(element) && !isAsideOfText(element)))
    return true;
  if (NEVER_BOILERPLATE.has(element.name) || isAlwaysContent(element)) return false;
  if (!NAMING.some((name) => name in element.attribs)) return false;
  const names = namesOf(element);
  return BOILERPLATE_NAMES.test(names) || (OVERLAY_NAMES.test(names) && hasText && !holdsPreview(element));
}

/** Whether a box shows an image that links to its large version; the text beside it is the caption or the name of the file. */
function holdsPreview(element: Element): boolean {
  return isPreview(element) || findBelow(element, isPreview) !== undefined;
}

function isPreview(element: Element): boolean {
  return (
    element.name === 'a' &&
    isImageAddress(attribute(element, 'href')) &&
    findBelow(element, ({ name }) => name === 'img') !== undefined
  );
}
