import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readInput } from '../../../adapters/console/read-input.ts';

describe('readInput', () => {
  it.each([
    ['', { kind: 'nothing' }],
    ['  \t ', { kind: 'nothing' }],
    ['quit', { kind: 'quit' }],
    [' /Exit ', { kind: 'quit' }],
    ['12', { kind: 'press', button: 12 }],
    ['１２', { kind: 'press', button: 12 }],
    ['[3]', { kind: 'press', button: 3 }],
    ['【3】 x', { kind: 'command', name: '【3】', input: 'x', words: '【3】 x' }],
    ['/articles', { kind: 'command', name: 'articles', input: '' }],
    ['articles bbc.com 2', { kind: 'command', name: 'articles', input: 'bbc.com 2', words: 'articles bbc.com 2' }],
    ['／search  台湾 问题 ', { kind: 'command', name: 'search', input: '台湾 问题' }],
    ['/ARTICLE Ab', { kind: 'command', name: 'article', input: 'Ab' }],
    ['quit it', { kind: 'command', name: 'quit', input: 'it', words: 'quit it' }],
    ['/', { kind: 'command', name: 'help', input: '', words: '/' }],
    ['？', { kind: 'command', name: 'help', input: '', words: '？' }],
    ['退出', { kind: 'quit' }],
    ['／退出', { kind: 'quit' }],
  ])('reads %j', (line, input) => {
    expect(readInput(line)).toEqual(input);
  });

  it('makes something of every line, and never a command without a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (line) => {
        const input = readInput(line);
        if (input.kind === 'command') expect(input.name).not.toBe('');
        else expect(['nothing', 'quit', 'press']).toContain(input.kind);
      }),
    );
  });
});
