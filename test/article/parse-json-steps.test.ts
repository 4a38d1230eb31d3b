import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsonSteps } from '../../src/article/parse-json-steps.ts';

const STEP_BYTES = 40;

/** What the steps return, and how many there are. */
function run(json: string, stepBytes?: number) {
  const steps = parseJsonSteps(Buffer.from(json), stepBytes);
  for (let count = 1; ; count += 1) {
    const { done, value } = steps.next();
    if (done === true) return { value, count };
  }
}

describe('JSON that is parsed in steps', () => {
  it('has the value that it has at once', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.integer({ min: 1, max: 200 }), (value, stepBytes) => {
        const json = JSON.stringify(value);
        expect(run(json, stepBytes).value).toEqual(JSON.parse(json));
      }),
    );
  });

  it.each([
    ['a list', [1, 'two', [3], { four: null }]],
    ['strings with quotes, backslashes and brackets', ['\\', '\\"', '"]', '{"', '\\\\"', ']}', '水'.repeat(30)]],
    ['an object with names like that', { '"': 1, '\\': { '}': '\\' }, 水: ['x'.repeat(50)], '': {} }],
    ['empty lists and objects', [[], {}, [[]], [{}], { '': [] }]],
    ['a name that objects have by themselves', JSON.parse('{"__proto__":{"x":[1]},"a":"b"}')],
  ])('has it for %s, wherever the steps end', (_what, value) => {
    const json = JSON.stringify(value);
    for (let stepBytes = 1; stepBytes <= json.length + 1; stepBytes += 1)
      expect(JSON.stringify(run(json, stepBytes).value)).toBe(json);
  });

  it('is parsed a step at a time, each as large as it may be', () => {
    const item = JSON.stringify('x'.repeat(STEP_BYTES / 4 - 3));
    const list = `[${Array.from({ length: 4 * 50 }, () => item).join(',')}]`;
    expect(run(list, STEP_BYTES).count).toBe(50 + 1);
    const article = JSON.stringify({
      sections: Array.from({ length: 20_000 }, (_, at) => ({ at, text: ['水'.repeat(99)] })),
    });
    expect(run(article).count).toBeGreaterThan(Buffer.byteLength(article) / 140_000);
    expect(run(article).count).toBeLessThan(Buffer.byteLength(article) / 120_000);
  });

  it('is refused wherever it is cut off or damaged', () => {
    const json = JSON.stringify({ a: ['b', { c: 'd\\' }, [1, 2]], e: 'f'.repeat(20), g: null });
    for (let at = 0; at < json.length; at += 1) {
      expect(() => run(json.slice(0, at), 8)).toThrow(SyntaxError);
      const damaged = `${json.slice(0, at)}\u0001${json.slice(at + 1)}`;
      expect(() => run(damaged, 8)).toThrow(SyntaxError);
    }
    expect(() => run(`${json}]`, 8)).toThrow(SyntaxError);
  });
});
