import type { APIMessageTopLevelComponent } from 'discord.js';
import { isObject } from '../answer-shapes.ts';

/** Marks every second id of a menu. */
const MARK = '~';

/**
 * The components of a received message with other ids for its menus. Clients keep what was selected in a menu and do not let
 * people select it again (discord-api-docs#4801); a menu with another id has nothing selected.
 */
export function withFreshMenus(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  return components.map((component) => refresh(component) as APIMessageTopLevelComponent);
}

function refresh(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(refresh);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, key === 'media' ? toSent(inner) : refresh(inner)]);
  const component = Object.fromEntries(entries) as Record<string, unknown>;
  const { options, custom_id: id } = component;
  return Array.isArray(options) && typeof id === 'string' ? { ...component, custom_id: toggle(id) } : component;
}

/** Discord adds to a picture what it found out about it, and takes only its address. */
function toSent(media: unknown): unknown {
  return isObject(media) ? { url: media['url'] } : media;
}

function toggle(id: string): string {
  return id.endsWith(MARK) ? id.slice(0, -MARK.length) : id + MARK;
}
