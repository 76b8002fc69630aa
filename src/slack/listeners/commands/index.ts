import type { App } from '@slack/bolt';
import { COMMAND } from '../../ids.ts';
import type { Desk } from '../desk.ts';
import { orderCloudCommand } from './order-cloud.ts';

export function register(app: App, desk: Desk): void {
  app.command(COMMAND, orderCloudCommand(desk));
}
