import { describe, expect, it } from 'vitest';
import { parseCustomId, toCustomId } from '../../../../adapters/discord/render/custom-id.ts';

describe('the custom id of a button', () => {
  it('contains its command', () => {
    expect(parseCustomId(toCustomId(12, '/section abc 3'))).toBe('/section abc 3');
  });

  it('differs for the same command at another position', () => {
    expect(toCustomId(1, '/help')).not.toBe(toCustomId(2, '/help'));
  });

  it.each(['0', '12', '', 'abc', '1 help', '/help'])('has no command: %j', (id) => {
    expect(parseCustomId(id)).toBeUndefined();
  });
});
