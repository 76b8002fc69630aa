#!/usr/bin/env node
import dotenv from 'dotenv';
import { watchOutput } from './command.ts';
import { runCommandLine } from './command-line.ts';

dotenv.config({ quiet: true });
watchOutput(process.stdout);
const { stdout: out, stderr: err } = process;
process.exitCode = await runCommandLine(process.argv.slice(2), process.env, { out, err });
