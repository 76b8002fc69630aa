/** Slack's limit for the URL of a button; OVHcloud's are far shorter. */
const MAX_LENGTH = 2_000;

/** Whether an address from OVHcloud is a web address that Slack accepts in a link or a button. */
export function isWebAddress(url: string): boolean {
  if (url.length > MAX_LENGTH || !/^https?:\/\/[^\s<>|\uFDD0-\uFDD3]+$/i.test(url) || !URL.canParse(url))
    return false;
  const { username, password } = new URL(url);
  return username === '' && password === '';
}
