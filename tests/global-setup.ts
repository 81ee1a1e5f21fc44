import { execFileSync } from 'node:child_process';

/** Tests that run the command line run what was just compiled, never a stale build. */
export default function setup(): void {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
}
