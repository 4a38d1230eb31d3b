/** The frame around messages. */
const FRAME = `
.screen{box-sizing:border-box;margin:0;padding:10px;font:16px/1.35 Roboto,"Noto Sans",system-ui,sans-serif;background:var(--back);color:var(--text)}
.screen *{box-sizing:border-box}
.screen:lang(zh-CN){font-family:Roboto,"Noto Sans","Noto Sans CJK SC",system-ui,sans-serif}
.screen:lang(zh-TW){font-family:Roboto,"Noto Sans","Noto Sans CJK TC",system-ui,sans-serif}`;

/** What both platforms have in common. */
const SHARED = `
a{color:var(--link);text-decoration:underline 1px;text-underline-offset:2px}
.picture{display:block;overflow:hidden;background:linear-gradient(135deg,#7f9cb8,#b8a27f);aspect-ratio:16/9}
.picture img{width:100%;height:100%;object-fit:cover;display:block}
.pictures{display:grid;gap:2px;grid-template-columns:1fr 1fr}
.pictures.count-1{grid-template-columns:1fr}
.pictures.count-3 .picture:first-child{grid-column:1/-1}
pre{white-space:pre-wrap;margin:4px 0;font-size:13px;display:inline-block;width:100%}
code{font-size:14px}`;

/** Bubbles, entities and inline keyboards of Telegram. */
const TELEGRAM = `
.typed{margin:0 0 8px auto;width:fit-content;max-width:85%;background:var(--own);border-radius:14px 14px 4px 14px;padding:6px 10px}
.message{width:fit-content;max-width:94%;margin-bottom:8px}
.bubble{background:var(--bubble);border-radius:14px 14px 14px 4px;overflow:hidden}
.message:has(.pictures) .bubble{width:360px;max-width:100%}
.message:has(.keyboard){min-width:60%}
.bubble .text{padding:7px 11px 8px;white-space:pre-wrap;unicode-bidi:plaintext;overflow-wrap:anywhere}
blockquote{margin:2px 0;padding:3px 8px;border-inline-start:3px solid var(--link);background:var(--quote);border-radius:4px;display:inline-block;width:100%;unicode-bidi:plaintext}
blockquote.folded{max-height:5.4em;overflow:hidden;position:relative}
blockquote.folded::after{content:"⌄";position:absolute;right:6px;bottom:0;color:var(--link)}
.keyboard{display:grid;gap:4px;margin-top:4px}
.row{display:grid;grid-auto-flow:column;grid-auto-columns:1fr;gap:4px}
.button{background:var(--button);color:#fff;border-radius:8px;padding:8px 6px;text-align:center;font-size:14px;font-weight:500;white-space:nowrap;overflow:hidden;text-overflow:ellipsis;position:relative}
.button.opens::after{content:"↗";position:absolute;top:1px;right:4px;font-size:10px}`;

/** Containers, components and Markdown of Discord. */
const DISCORD = `
.typed{color:var(--soft);font-size:13px;margin-bottom:6px}
.message{margin-bottom:10px}
.container{position:relative;overflow:hidden;background:var(--box);border:1px solid var(--line);border-radius:8px;padding:12px;padding-inline-start:16px;display:grid;gap:8px;min-width:0}
.accent{position:absolute;inset-block:0;inset-inline-start:0;width:4px;height:100%}
.text{min-width:0;overflow-wrap:anywhere;unicode-bidi:plaintext}
.line{white-space:pre-wrap;unicode-bidi:plaintext}
.line.h1{font-size:22px;font-weight:700}.line.h2{font-size:20px;font-weight:700;margin:2px 0}.line.h3{font-size:17px;font-weight:700;margin:2px 0}
.line.small{font-size:12.5px;color:var(--soft)}
.line.quote{border-inline-start:4px solid var(--line);padding-inline-start:8px}
.line.item{display:flex;gap:6px;padding-inline-start:6px}
.marker{font-weight:400;flex:none}
.blank{height:.7em}
.mention{color:var(--link);background:#5865f233;border-radius:3px;padding:0 2px}
time{background:#8883;color:var(--text);border-radius:3px;padding:0 2px}
.section{display:flex;gap:12px;justify-content:space-between}.section>div:first-child{min-width:0;flex:1}
.section .picture{width:76px;height:76px;border-radius:6px;flex:none;aspect-ratio:auto}
.pictures{border-radius:8px;overflow:hidden}
hr{border:0;border-top:1px solid var(--line);margin:2px 0;width:100%}
.row{display:flex;flex-wrap:wrap;gap:8px;margin-top:8px}.container .row{margin-top:0}
.button{background:var(--button);color:var(--buttontext);border-radius:8px;padding:7px 14px;font-size:14px;font-weight:500;max-width:100%;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
.menu{flex:1;border:1px solid var(--line);border-radius:8px;padding:9px 12px;color:var(--soft)}
.option{padding:5px 0;color:var(--text);font-size:14px}.option small{display:block;color:var(--soft)}`;

/** The styles of each platform, and its colours by day and night. */
const PLATFORMS = {
  telegram: {
    style: TELEGRAM,
    light: '--back:#c8d8c4;--bubble:#fff;--text:#000;--link:#0b6aa2;--quote:#e8f3fb;--button:#557252;--own:#effdde',
    dark: '--back:#0e1621;--bubble:#182533;--text:#f5f5f5;--link:#6ab3f3;--quote:#22354a;--button:#2b3d50;--own:#2b5278',
  },
  discord: {
    style: DISCORD,
    light:
      '--back:#fff;--box:#f7f7f8;--text:#2e3035;--link:#006ce7;--soft:#5c5e66;--line:#e0e1e5;--button:#e3e5e8;--buttontext:#313338',
    dark: '--back:#313338;--box:#2b2d31;--text:#dbdee1;--link:#00a8fc;--soft:#949ba4;--line:#44464d;--button:#4e5058;--buttontext:#fff',
  },
} as const;

/** The platforms whose messages can be drawn. */
export type PreviewPlatform = keyof typeof PLATFORMS;

/** The style of elements `.screen.telegram` and `.screen.discord`, in the colours of one theme, or of the reader's own. */
export function previewStyle(platform: PreviewPlatform, theme?: 'light' | 'dark'): string {
  const { style, light, dark } = PLATFORMS[platform];
  const screen = `.screen.${platform}`;
  const night = theme === undefined ? `@media (prefers-color-scheme:dark){${screen}{${dark}}}` : '';
  return `${FRAME}${screen}{${theme === 'dark' ? dark : light}}${night}${screen}{${SHARED}${style}}`;
}
