import { html } from 'hono/html';
import type { Digest, DigestItem } from '../../../src/digest/digest.ts';
import type { Audience } from '../../../src/locales/audience.ts';
import { formatDate } from '../../../src/locales/format-date.ts';
import { digestTitle } from '../pages/digest-page.ts';
import type { Html } from '../pages/layout.ts';

const FONT = "font-family:Georgia,'Noto Serif','Songti SC',serif";
const SOFT = 'color:#6b655c;font-size:14px;line-height:20px;margin:4px 0';
const WEB_ADDRESS = /^https?:\/\//i;

/** What belongs to an e-mail besides the digest. */
export interface EmailContext {
  /** Where it is on the page, and as plain text: absolute. */
  pageUrl: string;
  textUrl: string;
}

/** A digest as a document for e-mail: tables and inline styles, which every mail program shows. Titles lead to the sites. */
export function digestEmail(digest: Digest, { pageUrl, textUrl }: EmailContext, audience: Audience): Html {
  const { t, language } = audience;
  const title = digestTitle(digest, new Date(digest.date), audience);
  const count = digest.total === 0 ? t('digest.nothing') : t('digest.total', { count: digest.total });
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head>
<body style="margin:0;padding:0;background:#fdfcf9">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#fdfcf9"><tr><td align="center" style="padding:24px 12px">
<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:600px;color:#1f1d1a;font-family:sans-serif;font-size:16px;line-height:25px">
<tr><td style="padding-bottom:12px"><h1 style="${FONT};font-size:26px;line-height:32px;margin:0">${title}</h1><p style="${SOFT}">${count}</p></td></tr>
${digest.items.map((item) => row(item, audience))}
<tr><td style="border-top:1px solid #e4dfd5;padding-top:12px"><p style="${SOFT}"><a href="${pageUrl}" style="color:#1c5d99">${t('web.inBrowser')}</a> · <a href="${textUrl}" style="color:#1c5d99">${t('web.asText')}</a></p></td></tr>
</table>
</td></tr></table>
</body>
</html>`;
}

/** The articles of a digest as simple HTML, for feeds. */
export function digestFeedHtml({ items, total, first }: Digest, audience: Audience): Html {
  const rest = total - (first - 1) - items.length;
  const more = rest > 0 ? html`<p>${audience.t('digest.more', { count: rest })}</p>` : '';
  const entries = items.map((item) => {
    const summary = item.summary ? html`<p dir="auto">${item.summary}</p>` : '';
    const image = picture(item, (url, alt) => html`<p><img src="${url}" alt="${alt}"></p>`);
    return html`<h3 dir="auto">${titleLink(item, '')}</h3><p>${factsOf(item, audience)}</p>${image}${summary}`;
  });
  return html`${entries}${more}`;
}

function row(item: DigestItem, audience: Audience): Html {
  const summary = item.summary ? html`<p dir="auto" style="margin:6px 0">${item.summary}</p>` : '';
  const image = picture(
    item,
    (url, alt) =>
      html`<img src="${url}" alt="${alt}" width="600" style="display:block;width:100%;max-width:600px;height:auto;border:0;margin:8px 0">`,
  );
  return html`<tr><td dir="auto" style="border-top:1px solid #e4dfd5;padding:14px 0">
<h2 dir="auto" style="${FONT};font-size:19px;line-height:26px;margin:0">${titleLink(item, 'color:#1f1d1a;text-decoration:none')}</h2>
<p dir="auto" style="${SOFT}">${factsOf(item, audience)}</p>${image}${summary}</td></tr>`;
}

function factsOf({ updated, source, publishedAt }: DigestItem, audience: Audience): string {
  return [updated && audience.t('digest.updated'), source, formatDate(publishedAt, audience)]
    .filter(Boolean)
    .join(' · ');
}

function titleLink({ url, title }: DigestItem, style: string): Html {
  const styled = style === '' ? '' : html` style="${style}"`;
  return WEB_ADDRESS.test(url) ? html`<a href="${url}"${styled}>${title}</a>` : html`${title}`;
}

function picture({ image }: DigestItem, toHtml: (url: string, alt: string) => Html): Html {
  return image !== null && WEB_ADDRESS.test(image.url) ? toHtml(image.url, image.alt) : html``;
}
