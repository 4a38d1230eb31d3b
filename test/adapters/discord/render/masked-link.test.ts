import { describe, expect, it } from 'vitest';
import { toLink } from '../../../../adapters/discord/render/masked-link.ts';
import { readMarkdown } from '../../../emulators/discord/messages/read-markdown.ts';

/** Whether a reader sees where the link goes. */
function showsAddress(text: string, href: string): boolean {
  const shown = readMarkdown(toLink(text, href)).text;
  return shown.includes(href);
}

describe('the text of a masked link that names a host', () => {
  it.each([
    ['a longer host that only ends the same', 'bank.example', 'https://evilbank.example/login'],
    ['a host with another beginning', 'bank.example', 'https://bank.example.evil.org/login'],
    ['a shorter host', 'login.bank.example', 'https://bank.example/'],
    ['a host beside words', 'Log in at bank.example now', 'https://evilbank.example/'],
    ['a host in capitals', 'BANK.Example', 'https://evilbank.example/'],
    ['a host with letters beyond ASCII', 'bücher.example', 'https://evilbücher.example/'],
    ['one of two hosts', 'evil.example or bank.example', 'https://evil.example/'],
    ['a scheme', 'http://evil.example', 'https://evil.example/'],
  ])('is followed by the address for %s', (_what, text, href) => {
    expect(showsAddress(text, new URL(href).href)).toBe(true);
  });

  it.each([
    ['the same host', 'bank.example', 'https://bank.example/login'],
    ['the same host in capitals', 'Bank.Example', 'https://bank.example/login'],
    ['the same host with “www.” in the text', 'www.bank.example', 'https://bank.example/login'],
    ['the same host with “www.” in the address', 'bank.example', 'https://www.bank.example/login'],
    ['a parent of the host', 'bank.example', 'https://login.bank.example/'],
  ])('is masked for %s', (_what, text, href) => {
    expect(showsAddress(text, href)).toBe(false);
    expect(readMarkdown(toLink(text, href)).addresses).toEqual([href]);
  });
});
