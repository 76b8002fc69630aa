import type { App } from '@slack/bolt';
import type { ListenerContext } from '../context.ts';
import { orderCloudCommand } from './order-cloud.ts';

export function register(app: App, ctx: ListenerContext): void {
  app.command(ctx.config.app.command, orderCloudCommand(ctx));
}
