import { type Call, fieldsOf, idOf, type Method } from './call.ts';
import type { Gateway } from './gateway/gateway.ts';
import { createFormErrors } from './messages/form-errors.ts';
import { serializeChannel, serializeGuild, serializeUser } from './messages/serialize.ts';
import type { createPlaces } from './places.ts';
import { refusal } from './refusal.ts';
import { checkSchema, SCHEMAS } from './schemas.ts';
import type { World } from './world.ts';

interface Deps {
  world: World;
  gateway: Pick<Gateway, 'url'>;
  openDm: ReturnType<typeof createPlaces>['openDm'];
  recommendedShards: number;
  maxConcurrency: number;
}

const LIMIT = { total: 1000, remaining: 1000, reset_after: 86_400_000 };

/** The routes for the bot's own profile, guilds and channels. */
export function createProfileMethods({
  world,
  gateway,
  openDm,
  recommendedShards,
  maxConcurrency,
}: Deps): Record<string, Method> {
  return {
    'GET /gateway/bot': () => ({
      url: gateway.url(),
      shards: recommendedShards,
      session_start_limit: { ...LIMIT, max_concurrency: maxConcurrency },
    }),
    'GET /users/@me': () => ({
      ...serializeUser(world.bot),
      mfa_enabled: false,
      locale: 'en-US',
      email: null,
      verified: true,
    }),
    'GET /applications/@me': () => serializeApplication(world),
    'GET /channels/{channel_id}': (call) => serializeChannel(world.reach(idOf(call, 'channel_id')), world),
    'GET /guilds/{guild_id}'(call) {
      const guild = world.guilds.get(idOf(call, 'guild_id'));
      if (!guild || guild.state === 'foreign') throw refusal('unknownGuild');
      return serializeGuild(guild, world.bot);
    },
    'POST /users/@me/channels'(call: Call) {
      const form = createFormErrors();
      checkSchema(SCHEMAS.privateChannel, call.body, { form, violations: call.violations });
      form.throwIfAny(call.violations);
      const user = world.users.get(String(fieldsOf(call.body)['recipient_id']));
      if (!user || user === world.bot) throw refusal('noRecipient');
      return serializeChannel(openDm(user), world);
    },
  };
}

function serializeApplication({ bot, guilds }: World): object {
  const owner = serializeUser(bot);
  return {
    id: bot.id,
    name: bot.username,
    icon: null,
    description: '',
    type: null,
    flags: 0,
    flags_new: '0',
    bot: owner,
    owner,
    team: null,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    integration_types_config: { 0: {}, 1: {} },
    approximate_guild_count: guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: [],
  };
}
