import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { escapeHtml, PAGE_HEADERS, page } from './page-frame.ts';
import type { Switches } from './switches.ts';

/** How long OVHcloud is away at the click of its switch. */
const AWAY_MS = 60_000;

/** Shows the switches, and applies the chosen one. */
export async function answerSwitches(
  switches: Switches,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'POST') {
    const chosen = new URLSearchParams(await text(request)).get('switch');
    if (chosen === 'price') switches.changePrice();
    if (chosen === 'answer') switches.loseNextAnswer();
    if (chosen === 'away') switches.beAway(AWAY_MS);
    response
      .writeHead(303, { ...PAGE_HEADERS, Location: `/?done=${encodeURIComponent(chosen ?? '')}` })
      .end();
    return;
  }
  request.resume();
  const done = new URL(request.url ?? '/', 'http://localhost').searchParams.get('done');
  response.writeHead(200, PAGE_HEADERS).end(switchesPage(switches, done));
}

function switchesPage(switches: Switches, done: string | null): string {
  const away = Math.ceil(switches.awayFor() / 1000);
  const said: Record<string, string> = {
    price: `A project costs ${switches.price()} without tax now: an approval of the former price no longer counts.`,
    answer: 'The next checkout is done, and its answer is lost.',
    away: `OVHcloud answers nothing for ${away} seconds.`,
  };
  const notice =
    done && Object.hasOwn(said, done) ? `<p class="notice">${escapeHtml(said[done] ?? '')}</p>` : '';
  const button = (name: string, label: string, what: string) =>
    `<form method="post" action="/"><p>${escapeHtml(what)}</p>` +
    `<button name="switch" value="${name}">${escapeHtml(label)}</button></form>`;
  return page(
    'Switches',
    `<h1>What goes wrong</h1>${notice}
    ${button('price', 'Change the price', `A project costs ${switches.price()} without tax.`)}
    ${button('answer', 'Lose the next answer', 'The next order is placed, and the app does not hear of it.')}
    ${button('away', 'Be away for a minute', away > 0 ? `Away for ${away} more seconds.` : 'Every call fails for a minute.')}`,
  );
}
