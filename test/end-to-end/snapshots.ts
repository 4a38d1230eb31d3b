/** An article with a lead, two sections, a picture and a link, as a mirror would save it. */
export const ferry = `<!--1717400000000-->
[The ferry that would not retire](https://news.example.org/2024/ferry)
------

<main role="main"><p>The old ferry Marigold crosses the bay twice a day, as it has since 1961.</p>
<figure><img src="https://cdn.example.org/marigold.jpg" alt="A white ferry at a wooden pier" width="800" height="533"/>
<figcaption>The Marigold at dawn</figcaption></figure>
<h2 id="crew">The crew</h2><p>Three people keep the engine running. The oldest is eighty-one.</p>
<h2 id="plans">What comes next</h2><p>The harbour board will <a href="https://board.example.org/plan">publish a plan</a> in the autumn.</p></main>
`;

/** A Chinese article, newer than the ferry's. */
export const lighthouse = `<!--1718600000000-->
[灯塔守护人的最后一班岗](https://news.example.org/2024/lighthouse)
------

<main role="main"><p>北角灯塔将在秋天改为自动运行，守塔三十年的林伯下周离岗。</p><h2>夜里的海</h2><p>他说，最难忘的是一九九八年的大雾。</p></main>
`;

/** What is refused: it has no address. */
export const broken = 'Only a sentence that somebody left here.\n';

/** A newer capture of the ferry's article would be another article here: the same text under another address. */
export function numbered(number: number): string {
  return ferry
    .replaceAll('2024/ferry', `2024/ferry-${number}`)
    .replace('1717400000000', String(1717400000000 + number));
}
