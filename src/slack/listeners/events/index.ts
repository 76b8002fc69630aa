import type { App } from '@slack/bolt';
import type { Desk } from '../desk.ts';
import { homeOpened } from './home-opened.ts';

export function register(app: App, desk: Desk): void {
  app.event('app_home_opened', homeOpened(desk));
}
