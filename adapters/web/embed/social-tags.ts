import { html, raw } from 'hono/html';
import { discordEmbed, type EmbedCard } from './discord-embed.ts';

/** What a link to a page shows elsewhere. */
export interface SocialCard extends EmbedCard {
  kind: 'article' | 'website';
  description: string;
  publishedAt: string | null;
}

/** The tags of Open Graph, and Discord's own. */
export function socialTags(card: SocialCard): ReturnType<typeof html> {
  const { kind, title, description, url, image, publishedAt } = card;
  const tags = [
    ['og:type', kind],
    ['og:site_name', 'Gazette'],
    ['og:title', title],
    ['og:description', description],
    ['og:url', url],
    ...(image === undefined
      ? []
      : [
          ['og:image', image.url],
          ['og:image:alt', image.alt],
        ]),
    ...(publishedAt === null ? [] : [['article:published_time', publishedAt]]),
  ];
  const embed = discordEmbed(card);
  const script =
    embed === undefined
      ? ''
      : html`\n<script id="discord:component-embed" type="application/json">${raw(embed)}</script>`;
  const large = image === undefined ? '' : html`\n<meta name="twitter:card" content="summary_large_image">`;
  return html`${tags.map(([name, content]) => html`\n<meta property="${name}" content="${content}">`)}${large}${script}`;
}
