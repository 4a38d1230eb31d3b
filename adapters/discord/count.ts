import type { APIComponentInContainer, APIMessageTopLevelComponent } from 'discord.js';
import { KIND } from './components.ts';

/**
 * How many components these are as Discord counts, with those inside of them. A gallery counts for two: where a picture
 * of it cannot be shown, a text stands below.
 */
export function countComponents(
  components: readonly (APIComponentInContainer | APIMessageTopLevelComponent)[],
): number {
  return components.reduce((sum, one) => sum + countOne(one), 0);
}

function countOne(one: APIComponentInContainer | APIMessageTopLevelComponent): number {
  if (one.type === KIND.container) return 1 + countComponents(one.components);
  if (one.type === KIND.row) return 1 + one.components.length;
  if (one.type === KIND.section) return 2 + one.components.length;
  return one.type === KIND.gallery ? 2 : 1;
}
