import type { App } from '@slack/bolt';
import { COMMAND } from '../../ids.ts';
import type { ListenerContext } from '../context.ts';
import { orderCloudCommand } from './order-cloud.ts';

export function register(app: App, ctx: ListenerContext): void {
  app.command(COMMAND, orderCloudCommand(ctx));
}
