import { describe, expect, it } from 'vitest';
import { DiscordFailure } from '../../../../adapters/discord/errors.ts';
import type { Incoming } from '../../../../adapters/discord/interaction/read-interaction.ts';
import type { Reply } from '../../../../adapters/discord/interaction/reply.ts';
import { suggest } from '../../../../adapters/discord/interaction/suggest.ts';
import type { CommandSpec, Suggestion, Typing } from '../../../../src/chat/platform.ts';

type Offer = (typing: Typing) => Promise<readonly Suggestion[]>;

const typing: Extract<Incoming, { kind: 'autocomplete' }> = {
  kind: 'autocomplete',
  arg: 'section',
  typed: '2',
  given: { article: 'strait001' },
  isBotDm: false,
  isUserInstall: false,
  member: undefined,
  ref: { id: '1', token: 'token', application: '2', receivedAtMs: 0 },
  request: { name: 'section', input: {}, language: 'en', in: { platform: 'discord', chat: '3' }, by: '4' },
};

function command(offer: Offer): CommandSpec {
  const said = { summary: () => 'Says something', localName: () => undefined };
  const arg = { name: 'section', kind: 'section', optional: false, suggest: offer, ...said } as const;
  const flags = { takesBareWords: false, adminsOnly: false, forAsker: false };
  return { name: 'section', names: ['section'], ...flags, args: [arg], ...said };
}

async function offered(offer: Offer, choices: Reply['choices'] = async () => undefined) {
  const told: object[] = [];
  const reported: unknown[] = [];
  const reply = {
    choices: async (list: readonly object[]) => {
      told.push(...list);
      await choices(list);
    },
  } as Reply;
  await suggest(typing, { commands: [command(offer)], reply, report: (error) => void reported.push(error) });
  return { told, reported };
}

describe('an autocomplete', () => {
  it('has the choices for the typed text and the other arguments', async () => {
    const { told } = await offered(async ({ typed, given }) => [{ value: typed, label: String(given['article']) }]);
    expect(told).toEqual([{ name: 'strait001', value: '2' }]);
  });

  it('has no choices of an admin command for other users', async () => {
    const told: object[] = [];
    const reply = { choices: async (list: readonly object[]) => void told.push(...list) } as unknown as Reply;
    const offer = { ...command(async () => [{ value: 'secret', label: 'Secret' }]), adminsOnly: true };
    for (const mayManage of [false, true]) {
      const asked = { ...typing, request: { ...typing.request, mayManage: async () => mayManage } };
      await suggest(asked, { commands: [offer], reply, report: () => undefined });
      expect(told).toHaveLength(mayManage ? 1 : 0);
    }
  });

  it('has at most 25 choices, of at most 100 characters', async () => {
    const { told } = await offered(async () =>
      Array.from({ length: 40 }, (_, n) => ({ value: String(n + 1), label: '漢'.repeat(300) })),
    );
    expect(told).toHaveLength(25);
    for (const choice of told) expect((choice as { name: string }).name.length).toBeLessThanOrEqual(100);
  });

  it('omits choices that Discord would refuse, and shows the value of one without a label', async () => {
    const { told } = await offered(async () => [
      { value: '', label: 'Nothing' },
      { value: 'x'.repeat(101), label: 'Too long' },
      { value: 'fine', label: ' ' },
    ]);
    expect(told).toEqual([{ name: 'fine', value: 'fine' }]);
  });

  it('is empty if the suggestions failed, which is reported', async () => {
    const lost = new Error('The library is out of reach.');
    expect(await offered(() => Promise.reject(lost))).toEqual({ told: [], reported: [lost] });
  });

  it('may expire because the user has typed on', async () => {
    const expired = () => Promise.reject(new DiscordFailure({ reason: 'refused', kind: 'expired' }));
    expect((await offered(async () => [], expired)).reported).toEqual([]);
    const busy = new DiscordFailure({ reason: 'busy' });
    await expect(
      offered(
        async () => [],
        () => Promise.reject(busy),
      ),
    ).rejects.toBe(busy);
  });
});
