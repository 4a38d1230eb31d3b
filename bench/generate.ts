import { createRandom } from './random.ts';

const WORDS =
  '春夏秋冬山川河流城市乡村火车邮局图书馆居民学校委员会报告计划记者周末下雨晴天道路桥梁公园历史音乐市场价格河岸果园'.match(
    /.{2}/gu,
  ) ?? [];

const ENGLISH =
  'spring summer autumn winter mountain river town village train post library people school committee report plan reporter weekend rain sunshine road bridge park history music market price harbour orchard ferry'.split(
    ' ',
  );

/** Generates a realistic snapshot file with `paragraphs` paragraphs; the same bytes for the same arguments. */
export function generateSnapshot(seed: number, paragraphs: number, language: 'zh' | 'en' = 'zh'): Uint8Array {
  const random = createRandom(seed);
  const [vocabulary, separator] = language === 'zh' ? [WORDS, ''] : [ENGLISH, ' '];
  const words = (count: number) => Array.from({ length: count }, () => pick(vocabulary, random)).join(separator);
  const blocks = Array.from({ length: paragraphs }, (_, index) => generateBlocks(index, random, words)).join('');
  const body = `<main role="main"><div><time dateTime="2024-05-01">24 分钟前</time></div>${blocks}</main>`;
  return toFile(words(8), seed, body);
}

/** Generates a snapshot of `depth` nested elements around one paragraph. */
export function generateNested(depth: number): Uint8Array {
  return toFile('深处', depth, `${'<div>'.repeat(depth)}<p>只有一句话。</p>${'</div>'.repeat(depth)}`);
}

/** Adds a heading every six paragraphs, an image and a list of links every ten, an advertisement every eight. */
function generateBlocks(index: number, random: () => number, words: (count: number) => string): string {
  const sentences = Array.from({ length: 1 + Math.floor(random() * 4) }, () => `${words(6)}，${words(5)}。`).join('');
  const blocks = [`<div><p>${sentences}</p></div>`];
  if (index % 6 === 5) blocks.unshift(`<div><h2 tabindex="-1">${words(4)}</h2></div>`);
  if (index % 8 === 7)
    blocks.push('<section aria-hidden="true" data-e2e="advertisement"><div id="mpu"></div></section>');
  if (index % 10 === 3) blocks.push(generatePicture(index, words), generateLinks(index, words));
  return blocks.join('');
}

function generatePicture(index: number, words: (count: number) => string): string {
  const address = (width: number) => `https://pictures.example/news/${width}/${index}.jpg`;
  const srcset = [240, 480, 800].map((width) => `${address(width)} ${width}w`).join(', ');
  const credit = '<p role="text"><span>图像来源，</span><span>Example Images</span></p>';
  const proxied = `https://images.weserv.nl/?url=pictures.example/news/640/${index}.jpg`;
  const image = `<img srcSet="${srcset}" src="${proxied}" alt="${words(4)}" width="976" height="549"/>`;
  return `<div><figure><div>${image}${credit}</div><figcaption>${words(9)}</figcaption></figure></div>`;
}

function generateLinks(index: number, words: (count: number) => string): string {
  const items = [1, 2, 3].map((item) => `<li><a href="https://news.example/${index}-${item}">${words(7)}</a></li>`);
  return `<div><ul role="list">${items.join('')}</ul></div>`;
}

function pick<Item>(items: readonly Item[], random: () => number): Item | undefined {
  return items[Math.floor(random() * items.length)];
}

function toFile(title: string, number: number, body: string): Uint8Array {
  const stamp = 1_714_521_600_000 + number * 1000;
  return new TextEncoder().encode(`<!--${stamp}-->\n[${title}](https://news.example/${number})\n------\n\n${body}\n`);
}
