/** Slack takes no longer address into a button; OVHcloud's are far shorter. */
const MAX_LENGTH = 2_000;

/** Whether an address that OVHcloud gave is one of the web, which Slack takes into a link or a button. */
export function isWebAddress(url: string): boolean {
  if (url.length > MAX_LENGTH || !/^https?:\/\/[^\s<>|\uFDD0-\uFDD3]+$/i.test(url) || !URL.canParse(url))
    return false;
  const { username, password } = new URL(url);
  return username === '' && password === '';
}
