import type { Component } from './model.ts';

/** What Discord adds where the bot said nothing, by the type of the component. */
const DEFAULTS: Readonly<Record<number, object>> = {
  3: { min_values: 1, max_values: 1 },
  11: { description: null, spoiler: false },
  14: { spacing: 1, divider: true },
  17: { accent_color: null, spoiler: false },
};

type Media = NonNullable<Component['media']>;

/** A component as the bot gets it back. */
export function tellComponent(component: Component): object {
  const { type, components, accessory, media, items } = component;
  return {
    ...DEFAULTS[type],
    ...component,
    ...(components && { components: components.map(tellComponent) }),
    ...(accessory && { accessory: tellComponent(accessory) }),
    ...(media && { media: tellMedia(media) }),
    ...(items && {
      items: items.map((item) => ({ description: null, spoiler: false, ...item, media: tellMedia(item.media) })),
    }),
  };
}

function tellMedia({ url }: Media): object {
  return { id: '1', url, proxy_url: url };
}
