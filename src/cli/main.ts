#!/usr/bin/env node
import { runCli } from './run.js';

/** How long a program that was started, ffmpeg for one, may take to be gone after Ctrl-C. */
const LAST_WAIT_MS = 500;

process.exitCode = await runCli(process.argv.slice(2), process);
if (process.exitCode === 130) setTimeout(() => process.exit(), LAST_WAIT_MS).unref();
