import type { Component } from '../model.ts';

/** The defaults that Discord adds, by component type. */
const DEFAULTS: Readonly<Record<number, object>> = {
  3: { min_values: 1, max_values: 1 },
  11: { description: null, spoiler: false },
  13: { spoiler: false },
  14: { spacing: 1, divider: true },
  17: { accent_color: null, spoiler: false },
};

type Media = NonNullable<Component['media']>;

/** A component as the API returns it. */
export function serializeComponent(component: Component): object {
  const { type, components, accessory, media, items, file } = component;
  return {
    ...DEFAULTS[type],
    ...component,
    ...(components && { components: components.map(serializeComponent) }),
    ...(accessory && { accessory: serializeComponent(accessory) }),
    ...(media && { media: serializeMedia(media) }),
    ...(file && { name: file.url.replace('attachment://', ''), size: 0, file: serializeMedia(file) }),
    ...(items && {
      items: items.map((item) => ({ description: null, spoiler: false, ...item, media: serializeMedia(item.media) })),
    }),
  };
}

function serializeMedia({ url }: Media): object {
  return { id: '1', url, proxy_url: url };
}
