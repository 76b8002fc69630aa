import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkoutPage, forbiddenPage } from './checkout-page.ts';
import { contractPage } from './contracts.ts';
import { pay, statusOf } from './delivery.ts';
import { PAGE_HEADERS } from './page-frame.ts';
import { PROJECTS_PATH, projectsPage, spendAsAsked } from './projects-page.ts';
import type { LocalOrder, OvhState } from './state.ts';
import type { Switches } from './switches.ts';
import { answerSwitches } from './switches-page.ts';

const CHECKOUT_PATHS = ['/cgi-bin/order/displayOrder.cgi', '/cgi-bin/order/display-order.cgi'];

/** No form of these pages sends more. */
const MAX_FORM_LENGTH = 2_000;

/**
 * Answers what a browser asks for: the contracts as they are now, the projects, and the checkout, where GET shows an order
 * and POST pays it. Anyone with an order's URL may do both. At `/` there are switches.
 */
export function answerPage(
  state: OvhState,
  switches: Switches,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): void {
  const url = new URL(request.url ?? '/', 'https://localhost');
  if (url.pathname === '/') {
    void answerSwitches(switches, request, response);
    return;
  }
  const show = (status: number, html: string) => response.writeHead(status, PAGE_HEADERS).end(html);
  if (url.pathname === PROJECTS_PATH) {
    void answerProjects(state, request, show);
    return;
  }
  request.resume();
  const contract = state.contracts.find((each) => each.url === `${state.pagesOrigin}${url.pathname}`);
  if (contract) {
    show(200, contractPage(contract, state.region));
    return;
  }
  if (!CHECKOUT_PATHS.includes(url.pathname)) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
    return;
  }
  const order = orderBehind(state, url);
  if (!order) {
    show(403, forbiddenPage());
  } else if (request.method === 'POST') {
    if (statusOf(state, order) === 'notPaid') pay(state, order, 'checkout page');
    response.writeHead(303, { ...PAGE_HEADERS, Location: `${url.pathname}${url.search}` }).end();
  } else {
    show(200, checkoutPage(state, order));
  }
}

async function answerProjects(
  state: OvhState,
  request: IncomingMessage,
  show: (status: number, html: string) => void,
): Promise<void> {
  let body = '';
  for await (const chunk of request) if (body.length <= MAX_FORM_LENGTH) body += chunk;
  const isUnderstood = request.method !== 'POST' || spendAsAsked(state, new URLSearchParams(body));
  show(isUnderstood ? 200 : 400, projectsPage(state));
}

function orderBehind(state: OvhState, url: URL): LocalOrder | null {
  const order = state.orders.get(Number(url.searchParams.get('orderId')));
  return order && order.orderPassword === url.searchParams.get('orderPassword') ? order : null;
}
