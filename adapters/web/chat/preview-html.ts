import { html, raw } from 'hono/html';
import type { Audience } from '../../../src/locales/audience.ts';
import type { Language } from '../../../src/locales/languages.ts';
import type { View } from '../../../src/view/view.ts';
import type { Html } from '../pages/layout.ts';
import type { Measured, PreviewMessage, Usage } from '../preview/preview-message.ts';
import type { PreviewOptions } from '../preview/preview-options.ts';
import type { PreviewPlatform } from '../preview/preview-styles.ts';

/** Makes the messages of a platform from a view. */
export type Preview = (
  view: View,
  request: { platform: PreviewPlatform; language: Language; options: PreviewOptions },
) => Promise<readonly PreviewMessage[]>;

const NAMES = { telegram: 'Telegram', discord: 'Discord' } as const;
const KEYS = {
  text: 'web.usage.text',
  caption: 'web.usage.caption',
  pictures: 'web.usage.pictures',
  buttons: 'web.usage.buttons',
  components: 'web.usage.components',
  bytes: 'web.usage.bytes',
} as const satisfies Record<Measured, string>;
const WEB_ADDRESS = /^https?:\/\//iu;

/** An answer as a platform shows it: its messages, and how much of each limit they use. */
export async function previewHtml(
  view: View,
  { preview, platform, audience }: { preview: Preview; platform: PreviewPlatform; audience: Audience },
): Promise<Awaited<Html>> {
  const { t, language } = audience;
  const messages = await preview(view, { platform, language, options: optionsFor(audience) });
  const drawn = messages.map((message, at) => {
    const place = t('web.usage.message', { number: at + 1, total: messages.length });
    return html`${raw(message.html)}<p class="usage">${[place, ...message.usage.map((one) => usageText(one, audience))].join(' · ')}</p>`;
  });
  return html`<div class="preview" role="group" aria-label="${NAMES[platform]}"><div class="screen ${platform}">${drawn}</div></div>`;
}

function usageText({ of, used, most }: Usage, { t, language }: Audience): string {
  const format = new Intl.NumberFormat(language);
  return t(KEYS[of], { used: format.format(used), most: format.format(most) });
}

function optionsFor({ language, zone }: Audience): PreviewOptions {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: zone });
  return {
    pictureAddress: (url) => (WEB_ADDRESS.test(url) ? url : undefined),
    formatInstant: (seconds) => format.format(new Date(seconds * 1000)),
  };
}
