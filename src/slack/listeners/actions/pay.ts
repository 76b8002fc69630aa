/** `Pay` opens the checkout URL in the browser; Slack tells the app all the same and wants an answer. */
export async function pay({ ack }: { ack: () => Promise<void> }): Promise<void> {
  await ack();
}
