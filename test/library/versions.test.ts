import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaptureStamp, orderVersions } from '../../src/library/versions.ts';

const iso = (ms: number) => new Date(ms).toISOString();

/** Captures as they come, one an hour. */
function inOrder(captures: readonly Partial<CaptureStamp>[]): CaptureStamp[] {
  return captures.map((capture, number) => ({
    number,
    content: 'a',
    stampedAt: null,
    addedAt: iso(number * 3_600_000),
    ...capture,
  }));
}

const numbersOf = (captures: readonly Partial<CaptureStamp>[]) =>
  orderVersions(inOrder(captures)).map(({ number }) => number);

describe('the versions of an article', () => {
  it('are none without captures', () => {
    expect(orderVersions([])).toEqual([]);
  });

  it('are ordered by stamp, in any order of arrival', () => {
    const captures = ['2024-02-01', '2024-03-01', '2024-01-01'].map((day) => ({
      content: day,
      stampedAt: `${day}T00:00:00.000Z`,
    }));
    expect(numbersOf(captures)).toEqual([1, 0, 2]);
  });

  it('are ordered by arrival if there is no stamp', () => {
    expect(numbersOf([{ content: 'a' }, { content: 'b' }, { content: 'c' }])).toEqual([2, 1, 0]);
  });

  it('order an unstamped one by its arrival among the stamped', () => {
    const [before, after] = [iso(1000), iso(2 * 3_600_000)];
    expect(
      numbersOf([{ content: 'a', stampedAt: before }, { content: 'b' }, { content: 'c', stampedAt: after }]),
    ).toEqual([2, 1, 0]);
  });

  it('put the later arrival first if two have the same stamp', () => {
    const stampedAt = iso(0);
    const [first, second] = inOrder([
      { content: 'a', stampedAt },
      { content: 'b', stampedAt },
    ]);
    expect(orderVersions([first, second] as CaptureStamp[])).toEqual([second, first]);
    expect(orderVersions([second, first] as CaptureStamp[])).toEqual([second, first]);
  });

  it('put a capture that arrived again first', () => {
    const stampedAt = iso(0);
    expect(
      numbersOf([
        { content: 'a', stampedAt, addedAt: iso(2000) },
        { content: 'b', stampedAt, addedAt: iso(1000) },
      ]),
    ).toEqual([0, 1]);
  });

  it('put the higher number first if two arrived at once', () => {
    const addedAt = iso(0);
    expect(
      numbersOf([
        { content: 'a', addedAt },
        { content: 'b', addedAt },
      ]),
    ).toEqual([1, 0]);
  });

  it('merge adjacent captures with the same content into the oldest', () => {
    expect(numbersOf([{ content: 'a' }, { content: 'a' }, { content: 'b' }, { content: 'b' }])).toEqual([2, 0]);
  });

  it('are two if the same content came back after another', () => {
    expect(numbersOf([{ content: 'a' }, { content: 'b' }, { content: 'a' }])).toEqual([2, 1, 0]);
  });

  it('do not modify the input', () => {
    const captures = inOrder([{ content: 'a' }, { content: 'b' }]);
    const before = structuredClone(captures);
    orderVersions(captures);
    expect(captures).toEqual(before);
  });
});

describe('the versions of any captures', () => {
  const content = fc.constantFrom('a', 'b', 'c');
  const dayMs = fc.integer({ min: 0, max: 30 }).map((day) => day * 86_400_000);
  const capture = fc.record({
    content,
    stampedAt: fc.option(dayMs.map(iso), { nil: null }),
    addedAt: dayMs.map(iso),
  });
  const captures = fc.array(capture, { maxLength: 12 });

  it('are the same in any order of stamped arrivals', () => {
    const stamped = fc
      .uniqueArray(fc.record({ content, stampMs: fc.nat() }), { selector: ({ stampMs }) => stampMs, maxLength: 12 })
      .map((all) => all.map(({ content: shown, stampMs }) => ({ content: shown, stampedAt: iso(stampMs) })));
    const twice = stamped.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length }),
        fc.shuffledSubarray(all, { minLength: all.length }),
      ),
    );
    const shown = (all: readonly Partial<CaptureStamp>[]) =>
      orderVersions(inOrder(all)).map(({ content: text, stampedAt }) => [text, stampedAt]);
    fc.assert(
      fc.property(twice, ([, one, other]) => {
        expect(shown(one)).toEqual(shown(other));
      }),
    );
  });

  it('do not depend on the order of the input', () => {
    const shuffled = captures
      .map(inOrder)
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(orderVersions(other)).toEqual(orderVersions(all));
      }),
    );
  });

  it('never repeat content in a row, and lose none', () => {
    fc.assert(
      fc.property(captures.map(inOrder), (all) => {
        const shown = orderVersions(all).map((version) => version.content);
        expect(shown.some((text, at) => text === shown[at + 1])).toBe(false);
        expect(new Set(shown)).toEqual(new Set(all.map((one) => one.content)));
      }),
    );
  });

  it('are newest first', () => {
    fc.assert(
      fc.property(captures.map(inOrder), (all) => {
        const times = orderVersions(all).map(({ stampedAt, addedAt }) => Date.parse(stampedAt ?? addedAt));
        expect(times).toEqual(times.toSorted((a, b) => b - a));
      }),
    );
  });
});
