#!/usr/bin/env node
import dotenv from 'dotenv';
import { proxyOf } from '../config/config.ts';
import { readSettings } from '../config/read-settings.ts';
import { useProxy } from '../startup/proxy.ts';
import { watchOutput } from './command.ts';
import { runCommandLine } from './command-line.ts';

dotenv.config({ quiet: true });
watchOutput(process.stdout);
const { stdout: out, stderr: err } = process;
// The command that needs a setting reports what is wrong with it.
const proxy = proxyOf(readSettings(process.env).values);
if (proxy) useProxy(proxy);
process.exitCode = await runCommandLine(process.argv.slice(2), process.env, { out, err });
