/** Greets those who open the sandbox's Slack, in #cloud, with what to try. */
export async function postWelcome(
  { apiUrl, botToken }: { apiUrl: string; botToken: string },
  switchesUrl: string,
): Promise<void> {
  const steps = [
    '*Welcome to order-cloud.* Below: an order whose project is ready, one to be paid, and one that waits for approval.',
    '1. As Rita, type `/order-cloud my-project`. Vouchers to try: `CREDIT5`, `FREE100`; `EXPIRED` is refused in the form.',
    '2. Choose Ada at the top, open the thread of an order, and approve or reject it; or do that in the Home of order-cloud.',
    `3. Click *Pay*. At the <${switchesUrl}|local OVHcloud> you can change the price, lose an answer, or be away for a minute.`,
  ];
  const body = new URLSearchParams({ channel: 'C0CLOUD', text: steps.join('\n'), unfurl_links: 'false' });
  const headers = { authorization: `Bearer ${botToken}` };
  const answer = await fetch(new URL('chat.postMessage', apiUrl), { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`The local Slack answered with ${answer.status}.`);
}
