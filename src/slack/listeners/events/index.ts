import type { App } from '@slack/bolt';
import type { ListenerContext } from '../context.ts';
import { homeOpened } from './home-opened.ts';

export function register(app: App, ctx: ListenerContext): void {
  app.event('app_home_opened', homeOpened(ctx));
}
