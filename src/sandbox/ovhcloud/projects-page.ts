import { projectExists } from './delivery.ts';
import { escapeHtml, page } from './page-frame.ts';
import { currencyOf, priceOf } from './prices.ts';
import type { LocalOrder, OvhState } from './state.ts';
import { spend, usageOf } from './usage.ts';

/** Where projects are made to spend: OVHcloud has no such page. */
export const PROJECTS_PATH = '/projects';
/** The most that one click may spend. */
const MAX_AMOUNT = 1_000_000;

/** The projects that there are, what each spends this month, and a form to make it spend more. */
export function projectsPage(state: OvhState): string {
  const projects = existing(state);
  const list = projects.map((order) => projectForm(state, order)).join('');
  return page(
    'Projects',
    `<h1>Projects</h1>
    <p>Here a project spends what you say, as if something were running in it.</p>
    ${list || '<p>There is no project yet: order one first.</p>'}`,
  );
}

/** What the form of a project asks for. False if there is no such project, or no such amount. */
export function spendAsAsked(state: OvhState, form: URLSearchParams): boolean {
  const order = existing(state).find(({ projectId }) => projectId === form.get('project'));
  const [spent, expected] = ['spent', 'expected'].map((name) => Number(form.get(name) || 0));
  const isAmount = (value: number | undefined): value is number =>
    value !== undefined && value >= 0 && value <= MAX_AMOUNT;
  if (!order || !isAmount(spent) || !isAmount(expected)) return false;
  spend(state, order, { spent, expected });
  return true;
}

function existing(state: OvhState): LocalOrder[] {
  return [...state.orders.values()].filter((order) => projectExists(state, order));
}

function projectForm(state: OvhState, order: LocalOrder): string {
  const { spent, expected } = usageOf(state, order);
  const { code } = currencyOf(state.subsidiary);
  const text = (cents: number) => escapeHtml(priceOf(cents, code).text);
  const field = (name: string, label: string) =>
    `<p><label>${label} <input name="${name}" type="number" min="0" max="${MAX_AMOUNT}" step="0.01" value="0"></label></p>`;
  return `<form method="post">
      <table>
        <caption>${escapeHtml(order.description)}</caption>
        <tr><th scope="row">Spent this month</th><td class="amount">${text(spent)}</td></tr>
        <tr><th scope="row">Forecast for the month</th><td class="amount">${text(spent + expected)}</td></tr>
      </table>
      <input type="hidden" name="project" value="${escapeHtml(order.projectId)}">
      ${field('spent', `Spend now (${escapeHtml(code)})`)}
      ${field('expected', `Expect until the month’s end (${escapeHtml(code)})`)}
      <button type="submit">Spend</button>
    </form>`;
}
