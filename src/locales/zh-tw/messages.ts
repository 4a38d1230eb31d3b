import { articles } from './articles.ts';
import { commands } from './commands.ts';
import { control } from './control.ts';
import { digests } from './digests.ts';
import { errors } from './errors.ts';
import { following } from './following.ts';
import { operator } from './operator.ts';
import { personal } from './personal.ts';
import { platforms } from './platforms.ts';
import { subscriptions } from './subscriptions.ts';
import { web } from './web.ts';
import { zones } from './zones.ts';

/** Everything the bot says in traditional Chinese, as written in Taiwan. */
export const messages = {
  ...commands,
  ...articles,
  ...digests,
  ...subscriptions,
  ...following,
  ...errors,
  ...personal,
  ...platforms,
  ...operator,
  ...control,
  ...web,
  ...zones,
} as const;
