import { describe, expect, it } from 'vitest';
import { snapshotName } from '../../src/capture/compose-snapshot.ts';

describe('the name of a captured file', () => {
  it.each([
    ['https://www.example.org/2024/05/The-Orchard.html?ref=1', /^example\.org\/the-orchard-[a-z0-9]{9}\.md$/u],
    ['https://example.org/news/12345', /^example\.org\/news-[a-z0-9]{9}\.md$/u],
    ['https://example.org/', /^example\.org\/[a-z0-9]{9}\.md$/u],
    ['https://bücher.example/%E4%B8%AD%E6%96%87', /^xn--bcher-kva\.example\/[a-z0-9]{9}\.md$/u],
    ['http://[::1]:8080/..%2f..%2fetc/passwd', /^1\/passwd-[a-z0-9]{9}\.md$/u],
    ['https://example.org/a/con', /^example\.org\/con-[a-z0-9]{9}\.md$/u],
    [`https://example.org/${'long-'.repeat(100)}`, /^example\.org\/(?:long-){12}[a-z0-9]{9}\.md$/u],
  ])('is safe and says what it is: %s', (url, name) => {
    expect(snapshotName(url)).toMatch(name);
  });

  it('is the same for every spelling of an address, and another for another address', () => {
    const name = snapshotName('https://example.org/story');
    expect(snapshotName('http://www.example.org/story/?utm_source=feed#top')).toBe(name);
    expect(snapshotName('https://example.org/story?page=2')).not.toBe(name);
  });
});
