import type { Context } from 'hono';
import { type Digest, MAX_ARTICLES } from '../../../src/digest/digest.ts';
import { digestCard } from '../embed/cards.ts';
import { digestPage } from '../pages/digest-page.ts';
import { audienceOf, originOf, type WebContext } from '../web-context.ts';
import { digestText } from './digest-text.ts';
import { digestEmail } from './email-html.ts';

/** For documents that are mails: styles are inside, and pictures come from the sites. */
const EMAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src https: http: data:; base-uri 'none'; frame-ancestors 'none'";
/** What follows the address of a digest: a page, a document for e-mail, plain text. */
export const FORMS = ['', '/email', '/text'] as const;

export type Form = (typeof FORMS)[number];

/** A digest, and how it is asked for. */
interface Shown {
  digest: Digest;
  form: Form;
  note: string | undefined;
  page: number;
}

/** Answers with a digest in one of its forms. */
export function answerDigest(web: WebContext, context: Context, { digest, form, note, page }: Shown) {
  const audience = audienceOf(context, web);
  const { pathname, searchParams } = new URL(context.req.url);
  const base = form === '' ? pathname : pathname.slice(0, -form.length);
  const to = (suffix: Form, other: number = page) => {
    const query = new URLSearchParams(searchParams);
    if (other > 1) query.set('page', String(other));
    else query.delete('page');
    return `${base}${suffix}${query.size === 0 ? '' : `?${query.toString()}`}`;
  };
  switch (form) {
    case '': {
      const card = web.access?.isPublic ? digestCard(digest, originOf(context, web) + to(''), audience) : undefined;
      const size = MAX_ARTICLES[digest.style];
      const places = { toPage: (number: number) => to('', number), toForm: (one: 'email' | 'text') => to(`/${one}`) };
      return context.html(digestPage({ digest, ...places, page, size, note, card, now: web.now() }, audience));
    }
    case '/email': {
      context.header('content-security-policy', EMAIL_POLICY);
      const [pageUrl, textUrl] = [originOf(context, web) + to(''), originOf(context, web) + to('/text')];
      return context.html(digestEmail(digest, { pageUrl, textUrl }, audience));
    }
    case '/text':
      return context.text(digestText(digest, audience));
    default:
      return form satisfies never;
  }
}
