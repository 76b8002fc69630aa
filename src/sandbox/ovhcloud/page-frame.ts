import { createHash } from 'node:crypto';

const STYLE = `
:root { color-scheme: light dark; --ink: #14213d; --soft: #5b6580; --line: #dfe3ec; --card: #fff; --ground: #eef1f8; --accent: #000e9c; --on-accent: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9ecf5; --soft: #a3adc6; --line: #343d55; --card: #1a2136; --ground: #0e1322; --accent: #93a7ff; --on-accent: #0e1322; }
}
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 2rem 1rem; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { width: 100%; max-width: 34rem; background: var(--card); border-radius: 1rem; padding: 2rem; box-shadow: 0 .5rem 2rem rgb(0 0 40 / .12); }
h1 { margin: 0 0 1.5rem; font-size: 1.6rem; line-height: 1.25; overflow-wrap: anywhere; }
article { white-space: pre-line; overflow-wrap: anywhere; }
.notice { margin: 0 0 1.5rem; padding: .6rem .9rem; border: 1px dashed var(--soft); border-radius: .5rem; color: var(--soft); font-size: .875rem; }
.number, .due, small { color: var(--soft); }
.number { margin: 0; }
table { width: 100%; border-collapse: collapse; margin: 1.25rem 0; }
caption { text-align: left; font-weight: 600; padding-bottom: .5rem; }
th, td { padding: .55rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
th { font-weight: 500; }
.amount { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.total th, .total td { border: 0; font-size: 1.15rem; font-weight: 700; }
button { width: 100%; padding: .85rem; border: 0; border-radius: .5rem; background: var(--accent); color: var(--on-accent); font: inherit; font-weight: 600; cursor: pointer; }
button:hover { filter: brightness(1.15); }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
`;

const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** Headers for every page: no scripts, nothing from elsewhere, and the secret in the URL goes nowhere. */
export const PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** A whole page around `content`, which is HTML already. */
export function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · local OVHcloud</title>
<style>${STYLE}</style>
</head>
<body>
<main>
    <p class="notice">This is a local OVHcloud for trying things out. Nothing is bought and no one is charged.</p>
    ${content}
</main>
</body>
</html>
`;
}

/** Text made safe for HTML, attributes included. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
