import { pattern } from '../../text/pattern.ts';
import type { StatsOf } from '../element-stats.ts';
import { attribute, type Document, type Element, findAllBelow, findBelow, textUpTo } from '../tree/dom.ts';

const UNSUBSCRIBE = pattern('iu')`
  ^[^.]{0,24}(?:
    unsubscribe|abbestellen|vom newsletter abmelden|désabonner|désinscri\p{L}+|dar(?:se|me)? de baja|cancelar (?:\p{L}+ )?(?:suscripción|inscrição|assinatura)
    |descadastrar|disiscriv\p{L}+|cancella(?:ti| l[’']iscrizione)|uitschrijven|avregistrera|avmeld\p{L}*|wypisz się|отписаться|відписатися
    |退订|取消订阅|取消訂閱|配信停止|購読解除|수신\s?거부
  )(?!\p{L}{3}).{0,24}$
`;
const MAX_LINK_UNITS = 60;
/** A longer box has more than the footer, in characters without white space. */
const MAX_FOOTER_CHARS = 500;
/** A box with more of the page than this is its text. */
const MAX_SHARE = 0.6;
const MAX_LEVELS = 8;
/** The links that are looked at, from the end. */
const MAX_LINKS = 4;
/** A paragraph of more characters is text, which is above the footer. */
const MIN_TEXT_CHARS = 80;
const BOXES = new Set(['td', 'div', 'p', 'li', 'center', 'section', 'footer']);

/** Finds the boxes below the text with the link that ends a subscription to a newsletter: laws ask for it, together with the sender's address. */
export function findMailFooters(
  root: Document | Element,
  { statsOf, chars }: { statsOf: StatsOf; chars: number },
): Element[] {
  return findAllBelow(root, isUnsubscribeLink)
    .slice(-MAX_LINKS)
    .flatMap((link) => {
      const box = boxAround(link, root);
      if (box === undefined || statsOf(box).chars > Math.min(chars * MAX_SHARE, MAX_FOOTER_CHARS)) return [];
      const isText = (below: Element) =>
        below.index > link.index && below.name === 'p' && statsOf(below).chars > MIN_TEXT_CHARS;
      return findBelow(root, isText) === undefined ? [box] : [];
    });
}

function isUnsubscribeLink(element: Element): boolean {
  if (element.name !== 'a' || attribute(element, 'href') === '') return false;
  return UNSUBSCRIBE.test(textUpTo(element, MAX_LINK_UNITS)?.trim() ?? '');
}

function boxAround({ parent }: Element, root: Document | Element): Element | undefined {
  let node = parent;
  for (let level = 0; level < MAX_LEVELS && node !== root && node.type === 'tag'; level += 1) {
    if (BOXES.has(node.name)) return node;
    node = node.parent;
  }
  return undefined;
}
